import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox, type Watch } from './run-cli.js';

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

describe('cuepoint match', () => {
  let shop: StandIn;
  let cli: CliSandbox;
  /** What makes the command ask the stand-in. */
  let there: Record<string, string>;
  beforeEach(async () => {
    shop = await startStandIn({ catalogue: CATALOGUE });
    there = { CUEPOINT_SITE_URL: shop.url, CUEPOINT_API_URL: shop.apiUrl };
    cli = await cliSandbox();
  });
  afterEach(async () => {
    await shop.close();
    await cli[Symbol.asyncDispose]();
  });

  it('prints plain lines in a pipe, then what came of it and where it is', async () => {
    const { code, stdout, stderr } = await cli.run(['match', 'collection.xml', '--playlist', 'Friday'], there);
    expect([code, stderr]).toEqual([0, 'Matching 2 tracks of Sets/Friday.\n']);
    const lines = stdout.split('\n');
    expect(lines[0]?.split('\t')).toEqual([
      '1',
      'matched',
      expect.stringMatching(/^\d+$/),
      'Ada Lindqvist – North Pier (Original Mix)',
      'Ada Lindqvist – North Pier (Original Mix)',
      '8A',
      '124',
      expect.stringContaining('/9001'),
    ]);
    expect(lines[1]).toMatch(/^2\tunmatched\t\d+\tMarlow & Reyes – Glasshouse\tNothing found [^\t]+$/);
    expect(stdout).toMatch(
      /\n2 tracks in [\d.]+ s, \d+ requests?:\n {2}1 matched {3}found on Beatport\n {2}1 unmatched not sold there\n/,
    );
    expect(stdout).toContain(`Files in ${join('cuepoint-out', 'Sets - Friday')}:`);
    expect(stdout).not.toContain('\u001b');
  });

  it('prints a summary for programs, and nothing else when told to be quiet', async () => {
    const args = [
      'match',
      'collection.xml',
      '--all',
      '--out',
      'here',
      '--summary',
      'json',
      '--quiet',
      '--metrics',
      'm.json',
    ];
    const { code, stdout, stderr } = await cli.run(args, there);
    expect([code, stderr]).toEqual([0, '']);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({
      exit_code: 0,
      tracks: 3,
      counts: { matched: 1, failed: 0, blocked: 0 },
      stopped: null,
      requests: shop.requests.length,
      out_dir: 'here',
    });
    const results = JSON.parse(await readFile(join(cli.folder, 'here', 'results.json'), 'utf8'));
    expect(results.tracks).toHaveLength(3);
    for (const file of summary.files) await readFile(resolve(cli.folder, file));
    expect(summary.files.map((file: string) => basename(file))).toContain('m.json');
  });

  it('says what async means', async () => {
    const { code, stderr } = await cli.run(['match', 'collection.xml', '--all', '--fetcher', 'async'], there);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'Matching 3 tracks of the whole collection.\n' +
        'Async: many requests are under way at once, never faster than --max-rate allows.\n',
    );
  });

  it('ends with 3 when the site shuts it out, and keeps what there is', async () => {
    shop.configure({ faults: [{ name: 'forbidden' }] });
    const { code, stdout } = await cli.run(['match', 'collection.xml', '--all', '--out', 'here'], there);
    expect(code).toBe(3);
    expect(stdout).toContain('The site refused us 3 times in a row, the last time with status 403.');
    await readFile(join(cli.folder, 'here', 'results.json'));
  });

  it('ends with 4 when tracks failed', async () => {
    shop.configure({ faults: [{ name: 'server-error' }] });
    const { code, stdout } = await cli.run(
      ['match', 'collection.xml', '--playlist', 'Warmup', '--attempts', '1'],
      there,
    );
    expect(stdout).toContain('1 failed');
    expect(code).toBe(4);
  });

  describe.skipIf(process.platform === 'win32')(
    'stopped by a signal (Windows ends a signalled process on the spot)',
    () => {
      const args = ['match', 'collection.xml', '--all', '--out', 'here', '--summary', 'json', '--timeout', '60'];
      const interrupted = { exit_code: 130, stopped: { reason: 'interrupted' } };

      it.each(['SIGINT', 'SIGTERM'] as const)('%s finishes what is under way', async (name) => {
        shop.configure({ latency: { ms: 400 } });
        const once = signalAt('Matching 3', name);
        const { code, stdout, stderr } = await cli.run(args, there, once);
        expect(stderr).toMatch(/Stopping: finishing \d tracks? under way\. Press Ctrl-C again to stop at once\./);
        expect(code).toBe(130);
        const summary = JSON.parse(stdout);
        expect(summary).toMatchObject(interrupted);
        expect(summary.tracks + summary.stopped.not_reached).toBe(3);
        expect(summary.counts.failed).toBe(0);
        await readFile(join(cli.folder, 'here', 'results.json'));
      });

      it('a second one stops at once', async () => {
        shop.configure({ faults: [{ name: 'hang' }] });
        const first = signalAt('Matching 3', 'SIGINT');
        const second = signalAt('Stopping: finishing', 'SIGINT');
        const { code, stdout, stderr } = await cli.run(args, there, (text, signal) => {
          first(text, signal);
          second(text, signal);
        });
        expect(stderr).toContain('Stopping at once.');
        expect(code).toBe(130);
        expect(JSON.parse(stdout)).toMatchObject(interrupted);
      });
    },
  );

  it('every example of its help works as it stands', async () => {
    const examples: string[] = [];
    for (const command of ['match', 'explain', 'playlists', 'config']) {
      const { stdout } = await cli.run([command, '--help']);
      examples.push(...[...stdout.matchAll(/^ {2}(cuepoint .*)$/gm)].map(([, line]) => line ?? ''));
    }
    expect(examples.length).toBeGreaterThan(6);
    for (const example of examples) {
      const [, ...args] = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      const { code, stderr } = await cli.run(args, there);
      expect(code, `${example}\n${stderr}`).toBe(0);
    }
  });
});

/** Sends a signal once, when a text stands on standard error. */
function signalAt(text: string, name: NodeJS.Signals): Watch {
  let sent = false;
  return (stderr, signal) => {
    if (sent || !stderr.includes(text)) return;
    sent = true;
    signal(name);
  };
}
