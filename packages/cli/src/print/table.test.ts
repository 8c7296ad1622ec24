import type { Candidate, TrackResult } from '@cuepoint/engine';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { aCandidate, aResult } from '../testing/results.js';
import { resultLines, resultsTable } from './table.js';

const plain = pc.createColors(false);
const strobe: Candidate = aCandidate({
  name: 'Strobe',
  mixName: 'Original Mix',
  artists: [{ name: 'deadmau5' }],
  bpm: 128,
});
const matched = aResult(
  { artist: 'Deadmau5', name: 'Strobe' },
  { status: 'matched', matchScore: 97.6, match: strobe, candidates: [strobe] },
);
const review = aResult(
  { artist: 'Someone', name: 'Strobo' },
  { status: 'review', matchScore: 41, candidates: [strobe], playlistIndex: 2 },
);
const unmatched = aResult(
  { name: 'Bootleg' },
  { status: 'unmatched', matchScore: 2, reason: 'Nothing found.', candidates: [strobe], playlistIndex: 3 },
);
const skipped = aResult({}, { status: 'skipped', reason: 'An empty row.', playlistIndex: 4 });
const sibling = aResult(
  { name: 'Strobe (Dub)' },
  { status: 'unmatched', matchScore: 9, reason: 'Only …', candidates: [strobe], sibling: strobe, playlistIndex: 5 },
);
const siblingInReview = aResult(
  { name: 'Strobe (Dub)' },
  { status: 'review', matchScore: 45, reason: 'Not sure', candidates: [strobe], sibling: strobe, playlistIndex: 6 },
);

const ALL = [matched, review, unmatched, skipped, sibling, siblingInReview];

describe('resultsTable', () => {
  it('shows every column where there is room', () => {
    expect(`\n${resultsTable(ALL, 110, plain)}`).toMatchInlineSnapshot(`
      "
      ┌───────┬────────────────────────────────┬───────────┬───────┬────────────────────────────────┬──────┬──────┐
      │     # │ Track                          │ Status    │ Score │ On Beatport                    │ Key  │  BPM │
      ├───────┼────────────────────────────────┼───────────┼───────┼────────────────────────────────┼──────┼──────┤
      │     1 │ Deadmau5 – Strobe              │ matched   │    98 │ deadmau5 – Strobe (Original M… │ 8A   │  128 │
      │     2 │ Someone – Strobo               │ review    │    41 │ ? deadmau5 – Strobe (Original… │ 8A   │  128 │
      │     3 │ Bootleg                        │ unmatched │     2 │ Nothing found.                 │      │      │
      │     4 │ (no title)                     │ skipped   │       │ An empty row.                  │      │      │
      │     5 │ Strobe (Dub)                   │ unmatched │     9 │ other version: Strobe (Origin… │      │      │
      │     6 │ Strobe (Dub)                   │ review    │    45 │ ? deadmau5 – Strobe (Original… │      │      │
      └───────┴────────────────────────────────┴───────────┴───────┴────────────────────────────────┴──────┴──────┘"
    `);
  });

  it.each([20, 40, 60, 80, 100, 120, 200])('fits %i columns', (width) => {
    const lines = resultsTable([matched, review, unmatched], width, plain).split('\n');
    // Below 40 columns there is nothing left to leave out.
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(width, 40));
    expect(lines.join('\n')).toContain('matched');
  });

  it('cuts wide characters by the place they take', () => {
    const wide = aResult({ artist: '宇多田ヒカル', name: 'ディープ・リバー '.repeat(10) }, {});
    const border = resultsTable([wide], 60, plain).split('\n')[0] ?? '';
    expect(border.length).toBeLessThanOrEqual(60);
  });

  it('leaves the matched ones out of a long list', () => {
    const many = Array.from({ length: 99 }, () => matched);
    const table = resultsTable([...many, review, unmatched], 110, plain);
    expect(table).toContain('Strobo');
    expect(table).toContain('Bootleg');
    expect(table).not.toContain('97');
    expect(table).toContain('… and 99 more in the files.');
  });

  it('keeps every track on one line, however long the reason', () => {
    const reason = 'Only another version is sold: other remixer (nadia voskuil against tobiah renn). '.repeat(9);
    for (const width of [40, 80, 140]) {
      const rows = resultsTable([{ ...unmatched, reason }, matched], width, pc.createColors(true)).split('\n');
      expect(rows).toHaveLength(6);
    }
  });

  it('colours a question and a reason, each to its end', () => {
    const [, , , question = '', why = ''] = resultsTable([review, unmatched], 110, pc.createColors(true)).split('\n');
    expect(question).toContain('\u001b[33m? deadmau5 – Strobe (Original\u001b[39m…');
    expect(why).toContain('\u001b[90mNothing found.\u001b[39m');
  });

  it('colours the status only when told to', () => {
    expect(resultsTable([matched], 80, plain)).not.toContain('\u001b');
    expect(resultsTable([matched], 80, pc.createColors(true))).toContain('\u001b[32mmatched');
  });
});

describe('resultLines', () => {
  it('is one line a track with tabs between the fields', () => {
    expect(resultLines(ALL).split('\n')).toEqual([
      '1\tmatched\t98\tDeadmau5 – Strobe\tdeadmau5 – Strobe (Original Mix)\t8A\t128\thttps://example.org/track/1',
      '2\treview\t41\tSomeone – Strobo\t? deadmau5 – Strobe (Original Mix)\t8A\t128\thttps://example.org/track/1',
      '3\tunmatched\t2\tBootleg\tNothing found.',
      '4\tskipped\t0\t(no title)\tAn empty row.',
      '5\tunmatched\t9\tStrobe (Dub)\tother version: Strobe (Original Mix)',
      '6\treview\t45\tStrobe (Dub)\t? deadmau5 – Strobe (Original Mix)\t\t\thttps://example.org/track/1',
    ]);
  });

  it('lets no control character through', () => {
    const hostile: TrackResult = aResult({ artist: 'A\tB\n', name: '\u001b[2JC\u202ED' }, { reason: 'N\to' });
    expect(resultLines([hostile])).toBe('1\tunmatched\t0\tA B – [2JCD\tN o');
  });
});
