import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

describe('cuepoint paths', () => {
  let cli: CliSandbox;
  beforeEach(async () => {
    cli = await cliSandbox();
  });
  afterEach(() => cli[Symbol.asyncDispose]());

  it('shows where everything would be, and makes nothing', async () => {
    const { code, stdout, stderr } = await cli.run(['paths']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['config', cli.configFile, 'nothing there yet'],
      ['token', join(cli.folder, 'config', 'token.json'), 'nothing there yet'],
      ['data', join(cli.folder, 'data'), 'nothing there yet'],
      ['cache', join(cli.folder, 'cache'), 'nothing there yet'],
      [''],
    ]);
  });

  it('counts what is there, and nothing that is not CuePoint’s own', async () => {
    await mkdir(join(cli.folder, 'cache'));
    await writeFile(cli.configFile, '{}');
    await writeFile(join(cli.folder, 'cache', 'pages.sqlite'), 'x'.repeat(1_200));
    await writeFile(join(cli.folder, 'cache', 'pages.sqlite-wal'), 'x'.repeat(300));
    await writeFile(join(cli.folder, 'cache', 'holiday.jpg'), 'x'.repeat(5_000));
    const { stdout } = await cli.run(['paths']);
    expect(stdout).toMatch(/^config .+ 2 bytes$/m);
    expect(stdout).toMatch(/^cache .+ 1\.5 kB$/m);
    const { config, token, cache } = JSON.parse((await cli.run(['paths', '--json'])).stdout);
    expect(config).toEqual({
      path: cli.configFile,
      exists: true,
      bytes: 2,
      files: [{ path: cli.configFile, bytes: 2 }],
    });
    expect(token).toMatchObject({ exists: false, bytes: 0, files: [] });
    expect(cache).toEqual({
      path: join(cli.folder, 'cache'),
      exists: true,
      bytes: 1_500,
      files: [
        { path: join(cli.folder, 'cache', 'pages.sqlite'), bytes: 1_200 },
        { path: join(cli.folder, 'cache', 'pages.sqlite-wal'), bytes: 300 },
      ],
    });
  });

  it('takes no word', async () => {
    expect(await cli.run(['paths', 'data'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: "data" is one word too many.\nUsage: cuepoint paths [--json]\n',
    });
  });
});
