import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrackResult } from '@cuepoint/core';
import { openReport } from '@cuepoint/report';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-csv-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Titles that break careless CSV writers, or run in careless spreadsheets. */
const TITLES = [
  'Plain',
  'Comma, "quote" and; semicolon',
  'Two\nlines',
  'Two\r\nlines',
  '=HYPERLINK("http://example.org","click")',
  '+1 (Original Mix)',
  '-1.5',
  '@home',
  '\tTab first',
  "'already quoted",
  ' =space first',
  'Ødegård – ディープ 🎧',
  '',
];

function unmatched(title: string, playlistIndex: number): TrackResult {
  const empty = { album: '', remixer: '', mix: '', label: '', genre: '', comments: '', tonality: '' };
  return {
    playlist: 'All',
    playlistIndex,
    track: { trackId: String(playlistIndex), name: title, artist: title, source: 'file', ...empty },
    status: 'unmatched',
    matchScore: 0,
    confidence: null,
    reason: '',
    candidates: [],
    queries: [{ index: 0, text: title, type: 'priority', found: 0, cumulative: 0 }],
    earlyExit: false,
  };
}

it('a CSV reader gets every text back, those that could run behind an apostrophe', async () => {
  await using report = await openReport(folder, { formats: ['csv'] });
  for (const [index, title] of TITLES.entries()) await report.add(unmatched(title, index + 1));
  await report.finish({
    toolVersion: '0.0.0',
    fetcher: 'sync',
    settings: {},
    library: { path: 'library.xml', sha256: '' },
    playlists: ['All'],
    startedAt: new Date(0),
    finishedAt: new Date(0),
    stopped: null,
    requests: 0,
  });
  const expected = TITLES.map((title) => (/^[=+\-@\t]/.test(title) ? `'${title}` : title));
  for (const [name, column] of [['results.csv', 'title'] as const, ['queries.csv', 'text'] as const]) {
    const rows = parse<Record<string, string>>(await readFile(join(folder, name)), { columns: true, bom: true });
    expect(rows.map((row) => row[column])).toEqual(expected);
    expect(rows.map((row) => row.playlist_index)).toEqual(TITLES.map((_, index) => String(index + 1)));
  }
});
