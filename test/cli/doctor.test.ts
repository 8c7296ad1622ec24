import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type FaultName, type StandIn, startStandIn } from '@cuepoint/stand-in';
import { openPageStore } from '@cuepoint/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliRun, type CliSandbox, cliSandbox } from './run-cli.js';

const TOKEN = 'stand-in-secret-a8f31c';
const CATALOGUE = [{ id: 9001, name: 'North Pier', artists: ['Ada Lindqvist'], genre: 'House' }];

let cli: CliSandbox;
beforeEach(async () => {
  cli = await cliSandbox();
});
afterEach(() => cli[Symbol.asyncDispose]());

/** What `--json` says of one thing. */
function checkOf({ stdout }: CliRun, name: string): { ok: boolean; finding: string; advice: string | null } {
  return JSON.parse(stdout).checks.find((check: { name: string }) => check.name === name);
}

describe('cuepoint doctor', () => {
  it('finds all well before the first use, and makes nothing', async () => {
    const { code, stdout, stderr } = await cli.run(['doctor']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`ok       node           Node.js ${process.versions.node}.\n`);
    expect(stdout).toMatch(/^ok {7}sqlite {9}Files are opened with (node:sqlite|libsql)\.$/m);
    expect(stdout).toContain(
      `ok       pages file     ${join(cli.folder, 'cache', 'pages.sqlite')} is not there yet.\n`,
    );
    expect(stdout).toContain('ok       token          There is none; the pages of the site are read.\n');
    expect(stdout).not.toContain('site     ');
    expect(stdout).toMatch(/\n\nAll is well\.\n$/);
    expect(existsSync(join(cli.folder, 'cache'))).toBe(false);
    expect(existsSync(join(cli.folder, 'data'))).toBe(false);
  });

  it('says the same for a script', async () => {
    const report = JSON.parse((await cli.run(['doctor', '--json'])).stdout);
    expect(report.ok).toBe(true);
    expect(report.checks.map(({ name }: { name: string }) => name)).toEqual([
      'node',
      'settings',
      'config_folder',
      'data_folder',
      'cache_folder',
      'sqlite',
      'pages_file',
      'data_file',
      'token',
    ]);
    expect(report.checks[0]).toEqual({
      name: 'node',
      ok: true,
      finding: `Node.js ${process.versions.node}.`,
      advice: null,
    });
  });

  it('finds whole files, and damaged ones with what to do', async () => {
    (await openPageStore({ folder: join(cli.folder, 'cache') })).close();
    await mkdir(join(cli.folder, 'data'));
    await writeFile(join(cli.folder, 'data', 'data.sqlite'), 'not a database, '.repeat(1_000));
    const run = await cli.run(['doctor', '--json']);
    expect(run.code).toBe(1);
    expect(checkOf(run, 'pages_file')).toMatchObject({ ok: true, finding: expect.stringContaining(' is whole.') });
    expect(checkOf(run, 'data_file')).toMatchObject({ ok: false, finding: expect.stringContaining(' is damaged') });
    expect(checkOf(run, 'data_file').advice).toContain('It holds the results of a run that was cut short');
  });

  it('finds a folder that cannot be one, and settings that cannot be used', async () => {
    await writeFile(join(cli.folder, 'cache'), 'a file');
    await writeFile(cli.configFile, '{ "timeout": 0 }');
    const { code, stdout } = await cli.run(['doctor']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^problem {2}cache folder {3}.+cache cannot be written to: .+ is a file\.$/m);
    expect(stdout).toContain('name another folder in CUEPOINT_CACHE_DIR.');
    expect(stdout).toMatch(/^problem {2}settings {7}timeout in .+ is 0, but must be a number above 0, at most 600\.$/m);
    expect(stdout).toMatch(/\n\n2 problems\.\n$/);
  });

  it('says how the token is, never what it is', async () => {
    await cli.run(['login'], {}, undefined, TOKEN);
    const good = await cli.run(['doctor', '--json']);
    expect([good.code, checkOf(good, 'token').finding]).toEqual([0, 'It is good.']);
    await cli.run(['login'], {}, undefined, JSON.stringify({ access_token: TOKEN, expires_in: 1 }));
    const expired = await cli.run(['doctor', '--json', '--verbose']);
    expect(expired.code).toBe(1);
    expect(checkOf(expired, 'token').finding).toMatch(/^It has expired \(.+\) and cannot be renewed\.$/);
    expect(checkOf(expired, 'token').advice).toBe('cuepoint login takes a new one.');
    expect(good.stdout + good.stderr + expired.stdout + expired.stderr).not.toContain(TOKEN);
  });

  it.skipIf(process.platform === 'win32')('finds a token that others may read', async () => {
    await cli.run(['login'], {}, undefined, TOKEN);
    await chmod(join(cli.folder, 'config', 'token.json'), 0o644);
    const { code, stdout } = await cli.run(['doctor']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^problem {2}token {10}Other users of this machine may read .+token\.json\.$/m);
  });

  it('takes no word', async () => {
    const { code, stderr } = await cli.run(['doctor', 'live']);
    expect(code).toBe(2);
    expect(stderr).toContain('"live" is one word too many.');
  });
});

describe('cuepoint doctor --live', () => {
  let shop: StandIn;
  let there: Record<string, string>;
  beforeEach(async () => {
    shop = await startStandIn({ catalogue: CATALOGUE });
    there = { CUEPOINT_SITE_URL: shop.url };
  });
  afterEach(() => shop.close());

  it('says honestly who it is', async () => {
    const names: (string | undefined)[] = [];
    await using server = createServer((request, response) => {
      names.push(request.headers['user-agent']);
      response.end('hello');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const run = await cli.run(['doctor', '--live', '--json'], { CUEPOINT_SITE_URL: `http://127.0.0.1:${port}` });
    expect(checkOf(run, 'site').ok).toBe(false);
    expect(names).toEqual([expect.stringMatching(/^CuePoint\/\d+\.\d+\.\d+ \(\+https:/)]);
  });

  it('sends one request; without --live none', async () => {
    await cli.run(['doctor'], there);
    expect(shop.requests).toHaveLength(0);
    const { code, stdout } = await cli.run(['doctor', '--live'], there);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^ok {7}site {11}${shop.url} answered with "(ok|empty)" \\(status 200\\): `, 'm'),
    );
    expect(shop.requests).toHaveLength(1);
  });

  it.each<[FaultName, string, string]>([
    ['forbidden', 'blocked', 'cuepoint login lets you use the API with your own token.'],
    ['challenge-200', 'blocked', 'Wait an hour or a day'],
    ['rate-limited', 'rate-limited', 'Wait some minutes'],
    ['server-error', 'transient', 'Try again later.'],
    ['unknown-shape', 'unknown-shape', 'Look for a newer version'],
  ])('%s: %s, asked once', async (name, pageClass, advice) => {
    shop.configure({ faults: [{ name }] });
    const run = await cli.run(['doctor', '--live', '--json'], there);
    expect(run.code).toBe(1);
    expect(checkOf(run, 'site')).toMatchObject({ ok: false, page_class: pageClass });
    expect(checkOf(run, 'site').advice).toContain(advice);
    expect(shop.requests).toHaveLength(1);
  });

  it('says when no answer came, and sends nothing when offline', async () => {
    const offline = await cli.run(['doctor', '--live', '--json'], { ...there, CUEPOINT_OFFLINE: 'true' });
    expect([offline.code, checkOf(offline, 'site').ok]).toEqual([1, false]);
    expect(shop.requests).toHaveLength(0);
    await shop.close();
    const closed = await cli.run(['doctor', '--live', '--json'], there);
    expect(closed.code).toBe(1);
    expect(checkOf(closed, 'site')).not.toHaveProperty('page_class');
    expect(checkOf(closed, 'site').finding).toContain(shop.url);
  });
});
