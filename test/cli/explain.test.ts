import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

const BASE = {
  artists: ['Ada Lindqvist'],
  bpm: 124,
  key: 'A Minor',
  label: 'Quay',
  genre: 'House',
  release_date: '2021-03-05',
};
const CATALOGUE = [
  { ...BASE, id: 9001, name: 'North Pier', mix_name: 'Original Mix', length_ms: 372_000 },
  { ...BASE, id: 9002, name: 'North Pier', mix_name: 'Bo Lee Remix', remixers: ['Bo Lee'], length_ms: 401_000 },
  { ...BASE, id: 9003, name: 'North Pier', mix_name: 'Original Mix', length_ms: 372_000, release_date: '2023-06-02' },
  { ...BASE, id: 9100, name: 'Slow Tide', mix_name: 'Original Mix', length_ms: 390_000 },
];

describe('cuepoint explain', () => {
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

  it('shows tags, slots, queries, the candidates side by side, and the decision', async () => {
    const { code, stdout, stderr } = await cli.run(['explain', 'collection.xml', '--track', '1'], there);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 18)).toEqual([
      'Ada Lindqvist – North Pier (Original Mix)',
      'Track 1 of collection.xml',
      '',
      'The tags',
      '  Title       North Pier (Original Mix)',
      '  Artist      Ada Lindqvist',
      '  Tempo       124',
      '  Length      6:12',
      '  File        C:/Music/a.mp3',
      '  Not set     remixer, mix, album, label, genre, year, key, comment',
      '',
      'Read as',
      '  Work        north pier',
      '  Artists     Ada Lindqvist',
      '  Featured    –',
      '  Version     original',
      '  Remixer     –',
      '  From        the tags as they are',
    ]);
    expect(stdout).toMatch(
      /\nAsked\n {2}1 {2}Ada Lindqvist North Pier.* \(artists and title\) +\d+ found, \d+ known\n/,
    );
    expect(stdout).toMatch(/\n {9}Your track +1 Ada Lindqvist – North +2 Ada Lindqvist – North\n/);
    expect(stdout).toMatch(/\nTitle {4}North Pier +North Pier +✓ +\+\d\.\d +North Pier +✓ +\+\d\.\d\n/);
    expect(stdout).toMatch(/\nRemixer +– +– +· +Bo Lee +✗ +−\d\.\d\n/);
    expect(stdout).toMatch(/\nLength +6:12 +6:12 +✓ +\+\d\.\d +6:41 /);
    expect(stdout).toMatch(/\nPrior +before any look +([−+]\d+\.\d) +\1\n/);
    expect(stdout).toMatch(/\nScore +probability +█+░* +\d+\.\d % +[█░]+ +\d\.\d %\n/);
    expect(stdout).toMatch(/\nAlso as +other ids +9003\n/);
    expect(stdout).toMatch(/\nNone of them: \d\.\d %/);
    expect(stdout).toMatch(/\n {2}Status {6}matched at \d+\.\d %, confidence high\n/);
    expect(stdout).toMatch(/\n {2}Link {8}\S+\/9001\n/);
    expect(stdout).toMatch(
      /\n {2}Gives {7}key 8A · BPM 124 · label Quay · genre House · release North Pier ·\n {14}date 2021-03-05\n$/,
    );
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('takes a part of a title, and prints colours when told to', async () => {
    const args = ['explain', 'collection.xml', '--track', 'NORTH pier'];
    const { code, stdout } = await cli.run(args, { ...there, FORCE_COLOR: '1' });
    expect(code).toBe(0);
    expect(stdout).toContain('\u001b[32m✓\u001b[39m');
    expect((await cli.run([...args, '--no-color'], there)).stdout).toMatch(/^Ada Lindqvist – North Pier/);
  });

  it('prints everything as JSON, and the row that a run would write', async () => {
    const { code, stdout } = await cli.run(['explain', 'collection.xml', '--track', '1', '--json'], there);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      library: 'collection.xml',
      requests: shop.requests.length,
      result: { track_id: '1', status: 'matched', beatport_track_id: 9001, beatport_other_ids: [9003] },
      tags: { name: 'North Pier (Original Mix)', bpm: 124 },
      readings: [{ work: 'north pier', artists: ['Ada Lindqvist'] }],
    });
    const ids = document.recordings.map(({ members }: { members: { beatport_track_id: number }[] }) =>
      members.map((member) => member.beatport_track_id),
    );
    expect(ids).toEqual([[9001, 9003], [9002]]);
    const scores = document.recordings.map(({ score }: { score: number }) => score);
    const whole = scores.reduce((sum: number, score: number) => sum + score, document.none_of_them.score);
    expect(whole).toBeCloseTo(100, 0);
  });

  it('hands back the release that is preferred, which the results record', async () => {
    const args = ['explain', 'collection.xml', '--track', '1', '--json', '--prefer', 'newest'];
    const { result } = JSON.parse((await cli.run(args, there)).stdout);
    expect(result).toMatchObject({ beatport_track_id: 9003, beatport_other_ids: [9001] });
    const run = await cli.run(['match', 'collection.xml', '--playlist', 'Friday', '--out', 'here'], {
      ...there,
      CUEPOINT_PREFER: 'newest',
    });
    expect(run.code).toBe(0);
    const results = JSON.parse(await readFile(join(cli.folder, 'here', 'results.json'), 'utf8'));
    expect(results.run.settings).toMatchObject({ prefer: 'newest' });
    expect(results.tracks[0].beatport_track_id).toBe(9003);
  });

  it('says of a sibling what may be borrowed and what may not', async () => {
    const { code, stdout } = await cli.run(['explain', 'collection.xml', '--track', '3'], there);
    expect(code).toBe(0);
    const decided = stdout.slice(stdout.indexOf('Decided')).split('\n');
    expect(decided[1]).toMatch(/^ {2}Status {6}unmatched, the nearest at \d+\.\d %$/);
    expect(decided.slice(-5)).toEqual([
      '  Sibling     Ada Lindqvist – Slow Tide (Original Mix)',
      expect.stringMatching(/^ {2}Link {8}\S+\/9100$/),
      '  Borrow      label Quay · genre House · date 2021-03-05',
      '  Do not      key, BPM and length: they are that version’s own',
      '',
    ]);
    const { result } = JSON.parse(
      (await cli.run(['explain', 'collection.xml', '--track', '3', '--json'], there)).stdout,
    );
    expect(result).toMatchObject({ matched: false, sibling_track_id: 9100, sibling_label: 'Quay', beatport_key: null });
  });

  it.each<[string[], string]>([
    [[], 'Which track? Add --track ID (track_id in results.csv)'],
    [['--track'], '--track needs a value, for example --track 2'],
    [['--track', 'harbour'], 'There is no track "harbour" in the collection.'],
    [['--track', 'glashouse'], 'Did you mean Marlow & Reyes – Glasshouse (2)?'],
    [['--track', 'lindqvist'], '"lindqvist" fits 2 tracks:\n  1  Ada Lindqvist – North Pier (Original Mix)\n  3  Ada'],
    [['--track', '1', '--prefer', 'cheapest'], '--prefer is "cheapest", but must be one of original, newest, label.'],
    [['--track', '1', '--out', 'here'], 'There is no flag --out.'],
    [['--track', '1', '--fetcher', 'asink'], 'There is no fetcher called "asink"'],
  ])('refuses %j with exit code 2, and asks nothing', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(['explain', 'collection.xml', ...args], there);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
    expect(shop.requests).toHaveLength(0);
  });

  it('ends as a run of the track would: 3 shut out, 4 failed, 1 without a library', async () => {
    shop.configure({ faults: [{ name: 'forbidden' }] });
    const args = ['explain', 'collection.xml', '--track', '1', '--attempts', '1'];
    const blocked = await cli.run(args, there);
    expect(blocked.stdout).toContain('  Status      blocked\n');
    expect(blocked.code).toBe(3);
    shop.configure({ faults: [{ name: 'server-error' }] });
    const failed = await cli.run(args, there);
    expect(failed.stdout).toContain('  Status      failed\n');
    expect(failed.code).toBe(4);
    expect(await cli.run(['explain', 'nowhere.xml', '--track', '1'], there)).toMatchObject({ code: 1, stdout: '' });
  });

  it('does not ask for a sample that came with Rekordbox', async () => {
    await writeFile(
      join(cli.folder, 'samples.xml'),
      '<DJ_PLAYLISTS Version="1.0.0"><COLLECTION Entries="1"><TRACK TrackID="8" Name="NOISE" Location="file://localhost/C:/rekordbox/Sampler/NOISE.wav"/></COLLECTION></DJ_PLAYLISTS>',
    );
    const { code, stdout } = await cli.run(['explain', 'samples.xml', '--track', 'noise'], there);
    expect(code).toBe(0);
    expect(stdout).toContain('Status      skipped\n  Reason      A sample that came with Rekordbox.\n');
    expect(shop.requests).toHaveLength(0);
  });
});
