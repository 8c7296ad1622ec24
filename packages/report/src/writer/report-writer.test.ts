import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrackResult } from '@cuepoint/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matched, runRecord, unmatched } from '../../test-support/results.js';
import { resultsDocumentSchema } from '../document/results-document.js';
import { toResultRow } from '../rows/result-row.js';
import { openReport, type ReportOptions } from './report-writer.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-report-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const wallClock = () => new Date('2026-11-20T10:00:10Z');

async function written(results: readonly TrackResult[], options: ReportOptions = {}) {
  await using report = await openReport(folder, { wallClock, ...options });
  for (const result of results) await report.add(result);
  return report.finish(runRecord());
}

const read = (name: string) => readFile(join(folder, name), 'utf8');

describe('a report', () => {
  it('is four files, and says where they are and how the tracks ended', async () => {
    const report = await written([matched(), unmatched()]);
    const names = ['results.json', 'results.csv', 'candidates.csv', 'queries.csv'];
    expect(report).toEqual({
      files: names.map((name) => join(folder, name)),
      warnings: [],
      counts: { matched: 1, review: 0, unmatched: 1, blocked: 0, failed: 0, skipped: 0 },
    });
    expect((await readdir(folder)).sort()).toEqual(['.cuepoint-output.json', ...names.toSorted()]);
  });

  it('holds the run and the tracks as JSON, each track on a line of its own', async () => {
    await written([matched(), unmatched()]);
    const text = await read('results.json');
    expect(Object.keys(JSON.parse(text))).toEqual(['version', 'generated', 'run', 'tracks']);
    const document = resultsDocumentSchema.parse(JSON.parse(text));
    expect(document).toMatchObject({ version: '1.0', generated: '2026-11-20T10:00:10.000Z' });
    expect(document.run).toEqual({
      tool_version: '0.1.0',
      fetcher: 'sync',
      settings: { max_rate: 4, site: 'https://store.example', extended: true, api_token: null },
      library: { path: '/music/library.xml', sha256: 'ab'.repeat(32) },
      playlists: ['Sets/Warm up'],
      started: '2026-11-20T10:00:00.000Z',
      finished: '2026-11-20T10:00:09.000Z',
      counts: { matched: 1, review: 0, unmatched: 1, blocked: 0, failed: 0, skipped: 0 },
      stopped: null,
      requests: 3,
    });
    expect(document.tracks).toEqual([toResultRow(matched()), toResultRow(unmatched())]);
    expect(text.split('\n').filter((line) => line.startsWith('    {"playlist"'))).toHaveLength(2);
  });

  it('holds the tracks as CSV, lists joined', async () => {
    await written([matched(), unmatched()]);
    const [header, first, second, end] = (await read('results.csv')).split('\r\n');
    expect(header).toBe(
      '\uFEFFplaylist,playlist_index,track_id,title,artist,status,matched,match_score,confidence,reason,' +
        'beatport_track_id,beatport_url,beatport_title,beatport_mix,beatport_artists,beatport_remixers,beatport_key,' +
        'beatport_key_camelot,beatport_bpm,beatport_length_ms,beatport_year,beatport_label,beatport_genres,' +
        'beatport_sub_genre,beatport_release,beatport_release_date,beatport_isrc,beatport_catalog_number,' +
        'beatport_other_ids,sibling_track_id,sibling_url,sibling_title,sibling_mix,sibling_label,sibling_genres,' +
        'sibling_release_date',
    );
    expect(first).toBe(
      'Sets/Warm up,1,31337,Night Bus (Extended Mix),"Ada Lund, Bo & Co",matched,true,97.4,high,' +
        '"Title, artists and version agree.",4711,https://store.example/track/night-bus/4711,Night Bus,Extended Mix,' +
        '"Ada Lund, Bo & Co",Cy,A# Minor,3A,124,372000,2019,Depot,House,Deep,Night Bus EP,2019-03-08,GBABC1900001,' +
        'DEP012,"4712, 4800",,,,,,,',
    );
    expect(second).toMatch(/^Sets\/Warm up,2,31337,.*,unmatched,false,0,,Nothing alike is sold\.,{26}$/);
    expect(end).toBe('');
  });

  it('holds every candidate with its rank and evidence, and every query', async () => {
    await written([matched(), unmatched()]);
    const candidates = (await read('candidates.csv')).split('\r\n');
    expect(candidates).toHaveLength(4);
    expect(candidates[0]).toMatch(/^\uFEFFplaylist,.*,artist,rank,match_score,beatport_track_id,.*,evidence$/);
    expect(candidates[1]).toMatch(/,1,97\.4,4711,.*title agree 2\.71: the same; length disagree 0: 6:12 against 6:14$/);
    expect(candidates[2]).toMatch(/,2,12,5,.*,$/);
    const who = 'Sets/Warm up,1,31337,Night Bus (Extended Mix),"Ada Lund, Bo & Co"';
    expect((await read('queries.csv')).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFplaylist,playlist_index,track_id,title,artist,index,text,type,candidates_found,cumulative',
      `${who},0,night bus ada lund,priority,2,2`,
    ]);
  });

  it.each<{ formats: ReportOptions['formats'] & object; names: string[] }>([
    { formats: ['json'], names: ['results.json'] },
    { formats: ['csv'], names: ['results.csv', 'candidates.csv', 'queries.csv'] },
  ])('can be $formats alone', async ({ formats, names }) => {
    const report = await written([matched()], { formats });
    expect(report.files).toEqual(names.map((name) => join(folder, name)));
    expect(await readdir(folder)).toHaveLength(names.length + 1);
  });

  it('of no tracks is still whole', async () => {
    await written([]);
    expect(resultsDocumentSchema.parse(JSON.parse(await read('results.json'))).tracks).toEqual([]);
    expect((await read('results.csv')).split('\r\n')).toHaveLength(2);
  });

  it('keeps characters whole across the blocks it is written in', async () => {
    const reason = '日本語🎧'.repeat(5000);
    await written([unmatched({ reason }), unmatched({ reason: `x${reason}` }), unmatched({ reason: `é${reason}` })]);
    const { tracks } = resultsDocumentSchema.parse(JSON.parse(await read('results.json')));
    expect(tracks.map((track) => track.reason)).toEqual([reason, `x${reason}`, `é${reason}`]);
    expect((await read('results.csv')).split(reason)).toHaveLength(4);
  });

  it('replaces the one before, byte for byte the same for the same results', async () => {
    await written([matched(), unmatched()]);
    const before = await read('results.json');
    expect((await written([matched(), unmatched()])).warnings).toEqual([]);
    expect(await read('results.json')).toBe(before);
  });
});

describe('a report that is not finished', () => {
  it('leaves the folder as it was', async () => {
    await written([matched()]);
    const before = await read('results.json');
    {
      await using report = await openReport(folder);
      await report.add(unmatched());
    }
    expect(await read('results.json')).toBe(before);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is refused at the start when something is in the way of any file', async () => {
    await mkdir(join(folder, 'queries.csv'));
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await expect(openReport(folder)).rejects.toMatchObject({ code: 'OUTPUT_IN_THE_WAY' });
    expect((await readdir(folder)).sort()).toEqual(['notes.txt', 'queries.csv']);
  });
});

it('keeps what appeared during the run, and the results', async () => {
  await using report = await openReport(folder, { formats: ['json'] });
  await report.add(matched());
  await writeFile(join(folder, 'results.json'), 'mine');
  const { warnings } = await report.finish(runRecord());
  expect(await read('results.kept-1.json')).toBe('mine');
  expect(warnings).toEqual([expect.stringContaining('results.kept-1.json')]);
  expect(resultsDocumentSchema.parse(JSON.parse(await read('results.json'))).tracks).toHaveLength(1);
});
