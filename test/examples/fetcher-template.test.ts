import { execFile } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startStandIn } from '@cuepoint/stand-in';
import { describe, expect, it } from 'vitest';
import { cliSandbox } from '../cli/run-cli.js';

const TEMPLATE = fileURLToPath(new URL('../../examples/fetcher-template/', import.meta.url));

describe('the template of a fetcher', () => {
  it('passes its own tests, which hold it to every promise', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap'], {
      cwd: TEMPLATE,
      // A run inside another one would report to it and not to us.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: undefined },
    });
    const count = (what: string): number => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(stdout)?.[1]);
    expect({ fail: count('fail'), skipped: count('skipped') }).toEqual({ fail: 0, skipped: 1 });
    expect(count('pass')).toBeGreaterThan(40);
  });

  it('is what the guide shows', async () => {
    const guide = (await readFile(new URL('../../docs/writing-a-fetcher.md', import.meta.url), 'utf8')).replaceAll(
      '\r',
      '',
    );
    const shown = [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
    const files = ['index.js', 'test/conformance.test.js'];
    const texts = await Promise.all(files.map((file) => readFile(join(TEMPLATE, file), 'utf8')));
    expect(shown).toEqual(texts.map((text) => text.replaceAll('\r', '')));
  });

  it('serves a run, given as a folder', async () => {
    await using shop = await startStandIn();
    await using cli = await cliSandbox();
    // A junction needs no rights on Windows.
    await symlink(TEMPLATE, join(cli.folder, 'mine'), 'junction');
    const flags = ['--fetcher', './mine', '--fetcher-option', 'language=de', '--format', 'json', '--out', 'out'];
    const env = { CUEPOINT_SITE_URL: shop.url, CUEPOINT_API_URL: shop.apiUrl };
    const { code, stderr } = await cli.run(['match', 'collection.xml', '--playlist', 'Warmup', ...flags], env);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
    const { run } = JSON.parse(await readFile(join(cli.folder, 'out', 'results.json'), 'utf8'));
    expect(run.fetcher).toBe('template');
  });
});
