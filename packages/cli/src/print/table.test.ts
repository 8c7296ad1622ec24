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
  { status: 'unmatched', matchScore: 2, candidates: [strobe], playlistIndex: 3 },
);
const skipped = aResult({}, { status: 'skipped', playlistIndex: 4 });

describe('resultsTable', () => {
  it('shows every column where there is room', () => {
    expect(`\n${resultsTable([matched, review, unmatched, skipped], 110, plain)}`).toMatchInlineSnapshot(`
      "
      ┌───────┬────────────────────────────────┬───────────┬───────┬────────────────────────────────┬──────┬──────┐
      │     # │ Track                          │ Status    │ Score │ On Beatport                    │ Key  │  BPM │
      ├───────┼────────────────────────────────┼───────────┼───────┼────────────────────────────────┼──────┼──────┤
      │     1 │ Deadmau5 – Strobe              │ matched   │    98 │ deadmau5 – Strobe (Original M… │ 8A   │  128 │
      │     2 │ Someone – Strobo               │ review    │    41 │ deadmau5 – Strobe (Original M… │ 8A   │  128 │
      │     3 │ Bootleg                        │ unmatched │     2 │                                │      │      │
      │     4 │ (no title)                     │ skipped   │       │                                │      │      │
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

  it('colours the status only when told to', () => {
    expect(resultsTable([matched], 80, plain)).not.toContain('\u001b');
    expect(resultsTable([matched], 80, pc.createColors(true))).toContain('\u001b[32mmatched');
  });
});

describe('resultLines', () => {
  it('is one line a track with tabs between the fields', () => {
    expect(resultLines([matched, skipped]).split('\n')).toEqual([
      '1\tmatched\t98\tDeadmau5 – Strobe\tdeadmau5 – Strobe (Original Mix)\t8A\t128\thttps://example.org/track/1',
      '4\tskipped\t0\t(no title)',
    ]);
  });

  it('lets no control character through', () => {
    const hostile: TrackResult = aResult({ artist: 'A\tB\n', name: '\u001b[2JC\u202ED' }, {});
    expect(resultLines([hostile])).toBe('1\tunmatched\t0\tA B – [2JCD');
  });
});
