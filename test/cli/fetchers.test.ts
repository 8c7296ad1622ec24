import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startStandIn } from '@cuepoint/stand-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

/** A plug-in over Node's own `fetch`, without a dependency; what it was told goes into a header the server logs. */
const PLUGIN = `
const options = { '~standard': { version: 1, vendor: 'test', validate: (value) => {
  const unknown = Object.keys(value).filter((name) => name !== 'places');
  if (unknown.length > 0) return { issues: unknown.map((name) => ({ message: 'no such option', path: [name] })) };
  const { places = 1 } = value;
  return Number.isInteger(places) ? { value: { places } } : { issues: [{ message: 'not whole', path: ['places'] }] };
} } };
export default { apiVersion: 1, name: 'plain', summary: 'pages by fetch', options, create({ places }, context) {
  context.log('plain: ' + places + ' places');
  return { name: 'plain', concurrency: places, async fetch({ url, headers }) {
    const startedAt = performance.now();
    const answer = await fetch(url, { headers: { ...headers, 'user-agent': context.userAgent } });
    const body = await answer.text();
    return { url: answer.url, status: answer.status, headers: Object.fromEntries(answer.headers), body, fetchedBy: 'plain',
      timing: { startedAt, networkMs: performance.now() - startedAt, bodyBytes: Buffer.byteLength(body) } };
  }, async [Symbol.asyncDispose]() {} };
} };
`;

describe('plug-ins on the command line', () => {
  let cli: CliSandbox;
  beforeEach(async () => {
    cli = await cliSandbox();
    const folder = join(cli.folder, 'node_modules', 'cuepoint-fetcher-plain');
    await mkdir(folder, { recursive: true });
    const name = 'cuepoint-fetcher-plain';
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name, type: 'module', exports: './plain.js' }));
    await writeFile(join(folder, 'plain.js'), PLUGIN);
    await writeFile(join(cli.folder, 'package.json'), JSON.stringify({ dependencies: { [name]: '1.0.0' } }));
    await writeFile(join(cli.folder, 'mine.mjs'), PLUGIN);
  });
  afterEach(() => cli[Symbol.asyncDispose]());

  it.each(['plain', './mine.mjs'])('%s fetches the pages of a run', async (name) => {
    await using shop = await startStandIn();
    const env = { CUEPOINT_SITE_URL: shop.url, CUEPOINT_API_URL: shop.apiUrl };
    const flags = ['--fetcher', name, '--fetcher-option', 'places=3', '--verbose', '--format', 'json', '--out', 'out'];
    const { code, stderr } = await cli.run(['match', 'collection.xml', '--all', ...flags], env);
    expect([code, stderr]).toEqual([0, expect.stringContaining('plain: 3 places')]);
    const results = JSON.parse(await readFile(join(cli.folder, 'out', 'results.json'), 'utf8'));
    expect(results.run).toMatchObject({ fetcher: 'plain', settings: { max_concurrent_tracks: 5 } });
    expect(results.tracks).toHaveLength(3);
  });

  it.each<[string[], number, string]>([
    [['--fetcher', 'plane'], 2, 'There is no fetcher called "plane".'],
    [['--fetcher', 'plain', '--fetcher-option', 'places=many'], 2, 'places is "many": not whole'],
    [['--fetcher', 'plain', '--fetcher-option', 'x=1', '--fetcher-option', 'y=2'], 2, 'x is "1": no such option; y is'],
    [['--fetcher-option', 'connections=2'], 2, 'Unrecognized key: "connections"'],
    [['--fetcher-option', 'places'], 2, '--fetcher-option is "places", but must be name=value'],
    [['--fetcher-option'], 2, '--fetcher-option needs a value, for example --fetcher-option connections=8.'],
  ])('match %j ends with %i', async (flags, code, message) => {
    const run = await cli.run(['match', 'collection.xml', '--all', ...flags]);
    expect([run.code, run.stdout]).toEqual([code, '']);
    expect(run.stderr).toContain(message);
  });

  it('fetchers lists the built-in ones and those the folder depends on', async () => {
    const { code, stdout } = await cli.run(['fetchers']);
    expect(code).toBe(0);
    expect(stdout.split('\n\n')).toEqual([
      'sync  (built in)\n  one request at a time, in order, on one connection\n  requests at once: 1',
      [
        'async  (built in)',
        '  many requests at once over a pool of connections',
        '  requests at once: up to max_in_flight',
        '  --fetcher-option connections=…  (whole number from 1 to 100) Connections kept open; as many as max_in_flight unless given.',
      ].join('\n'),
      'plain  (package cuepoint-fetcher-plain)\n  pages by fetch\n  options: not told; see its documentation',
      'Take one with --fetcher NAME, and give it options with --fetcher-option name=value.\n',
    ]);
  });

  it('fetchers --json is for programs', async () => {
    const { code, stdout } = await cli.run(['fetchers', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).fetchers[2]).toEqual({
      name: 'plain',
      origin: 'package',
      package: 'cuepoint-fetcher-plain',
      summary: 'pages by fetch',
      concurrency: null,
      options: null,
      problem: null,
    });
  });

  it('options stand in the config file as well', async () => {
    expect((await cli.run(['config', 'set', 'fetcher_option', 'places=2,account=x'])).code).toBe(0);
    expect(JSON.parse(await readFile(cli.configFile, 'utf8'))).toEqual({
      fetcher_option: { places: '2', account: 'x' },
    });
    expect((await cli.run(['config', 'get', 'fetcher-option'])).stdout).toBe('places=2,account=x\n');
  });
});
