import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../packages/stand-in/dist/bin.js', import.meta.url));

describe('cuepoint-stand-in', () => {
  it('says where it listens, answers there, and ends when its standard input does', async () => {
    const child = start('--exit-with-stdin', '--fault', 'server-error=1');
    const { url, apiUrl } = JSON.parse(await firstLine(child));
    expect(apiUrl).toBe(`${url}/v4`);
    const answer = await fetch(`${url}/search/tracks?q=a`, { headers: { 'user-agent': 'a-visitor/1.0' } });
    expect(answer.status).toBe(503);
    await answer.text();
    const ended = once(child, 'exit');
    child.stdin?.end();
    expect(await ended).toEqual([0, null]);
  });

  it.each([
    [['--catalogue', path.join('no', 'such', 'file.jsonl')], /file\.jsonl cannot be read/],
    [['--fault', 'flood=1'], /faults\[0\]\.name/],
    [['--generation', '1999'], /"1999" is no generation/],
    [['--unknown'], /unknown/],
  ])('refuses %j', async (words, message) => {
    const child = start(...words);
    let complaint = '';
    child.stderr?.on('data', (part) => {
      complaint += part;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(complaint).toMatch(message);
    expect(complaint).not.toMatch(/\n\s+at /);
  });
});

function start(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The child has no standard output.');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return String(line);
}
