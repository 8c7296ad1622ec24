import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { confirm } from './confirm.js';

/** What a person at a terminal who types `text`, and then ends the input, has said and seen. */
async function converse(text: string): Promise<{ readonly said: boolean; readonly seen: string }> {
  const screen = new PassThrough();
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  stdin.end(text);
  const said = await confirm('Drop it?', { yes: false, usage: '' }, { process: { stdin }, err: { stream: screen } });
  return { said, seen: String(screen.read()) };
}

describe('confirm', () => {
  it.each([
    ['y\n', true],
    ['YES\n', true],
    [' yes \r\n', true],
    ['n\n', false],
    ['\n', false],
    ['yesterday\n', false],
    ['', false],
  ])('%j is %s', async (text, said) => {
    expect(await converse(text)).toEqual({ said, seen: 'Drop it? [y/N] ' });
  });

  it('asks nobody after --yes, and refuses where nobody is there', async () => {
    const nobody = { process: { stdin: new PassThrough() }, err: { stream: new PassThrough() } };
    expect(await confirm('Drop it?', { yes: true, usage: '' }, nobody)).toBe(true);
    await expect(confirm('Drop it?', { yes: false, usage: 'Usage: …' }, nobody)).rejects.toMatchObject({
      code: 'USAGE',
      hint: 'Usage: …',
    });
    expect(nobody.err.stream.read()).toBeNull();
  });
});
