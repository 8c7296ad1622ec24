import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

const TOKEN = 'stand-in-secret-a8f31c';
const CATALOGUE = [
  {
    id: 9001,
    name: 'North Pier',
    mix_name: 'Original Mix',
    artists: ['Ada Lindqvist'],
    bpm: 124,
    length_ms: 372_000,
    key: 'A Minor',
    label: 'Quay',
    genre: 'House',
    release_date: '2021-03-05',
  },
];

let shop: StandIn;
let cli: CliSandbox;
let there: Record<string, string>;
beforeEach(async () => {
  shop = await startStandIn({ catalogue: CATALOGUE, apiTokens: [TOKEN] });
  there = { CUEPOINT_SITE_URL: shop.url, CUEPOINT_API_URL: shop.apiUrl };
  cli = await cliSandbox();
});
afterEach(async () => {
  await shop.close();
  await cli[Symbol.asyncDispose]();
});

const login = (text: string) => cli.run(['login'], {}, undefined, text);
const paths = () => shop.requests.map(({ path }) => path.replace(/\?.*/, ''));

describe('cuepoint login', () => {
  it('keeps a pasted token for the user alone, and says what it is good for without showing it', async () => {
    const { code, stdout, stderr } = await login(`Authorization: Bearer ${TOKEN}\n`);
    expect([code, stdout]).toEqual([0, '']);
    const file = join(cli.folder, 'config', 'token.json');
    expect(stderr).toBe(`Kept in ${file}. It is good, and cannot be renewed: paste a new one when it has expired.\n`);
    expect(await readFile(file, 'utf8')).toContain(TOKEN);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('refuses what is no token, without repeating it', async () => {
    const { code, stderr } = await login('my password is hunter2\n');
    expect(code).toBe(1);
    expect(stderr).not.toContain('hunter2');
  });

  it('takes no token as an argument, where the shell would keep it', async () => {
    const { code, stderr } = await cli.run(['login', TOKEN]);
    expect(code).toBe(2);
    expect(stderr).not.toContain(TOKEN);
  });

  it('makes a run ask the API, with the results of the pages, and writes the token nowhere else', async () => {
    const match = ['match', 'collection.xml', '--all', '--verbose', '--metrics', 'metrics.json'];
    const pages = await cli.run([...match, '--out', 'pages'], there);
    expect(new Set(paths())).toEqual(new Set(['/search/tracks']));
    await login(TOKEN);
    shop.reset();
    const api = await cli.run([...match, '--out', 'api'], there);
    expect([pages.code, api.code]).toEqual([0, 0]);
    expect(new Set(paths())).toEqual(new Set(['/v4/catalog/search/']));
    const tracks = async (folder: string) =>
      (await readFile(join(cli.folder, folder, 'results.json'), 'utf8')).split('"tracks"')[1];
    expect(await tracks('api')).toBe(await tracks('pages'));
    expect(api.stdout + api.stderr).not.toContain(TOKEN);
    expect(await filesWith(cli.folder, TOKEN)).toEqual([join('config', 'token.json')]);
  });

  it('ends a run as blocked when the token is refused, and says what to do', async () => {
    await login('another-token-altogether-77');
    const { code, stdout } = await cli.run(['match', 'collection.xml', '--all'], there);
    expect(code).toBe(3);
    expect(stdout).toContain('cuepoint login takes a new token; --source site reads the pages.');
    expect(stdout).not.toContain('Wait an hour');
    expect(shop.requests.length).toBeLessThanOrEqual(3);
  });

  it('is asked for when the API is wanted and there is no token', async () => {
    const { code, stderr } = await cli.run(['match', 'collection.xml', '--all', '--source', 'api'], there);
    expect(code).toBe(1);
    expect(stderr).toContain('cuepoint login');
    expect(shop.requests).toEqual([]);
  });
});

describe('cuepoint logout', () => {
  it('forgets the token, and says when there was none', async () => {
    await login(TOKEN);
    expect((await cli.run(['logout'])).stderr).toMatch(/^The token is gone from .*token\.json\.\n$/);
    expect((await cli.run(['logout'])).stderr).toBe('There was no token.\n');
    expect(await filesWith(cli.folder, TOKEN)).toEqual([]);
  });
});

/** Every file below a folder that holds a text. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile() && (await readFile(path, 'utf8')).includes(text)) found.push(name);
  }
  return found;
}
