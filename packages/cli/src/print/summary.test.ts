import { join, resolve } from 'node:path';
import { type MatchOutcome, resolveSettings } from '@cuepoint/engine';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { aResult } from '../testing/results.js';
import { summaryJson, summaryText } from './summary.js';

const plain = pc.createColors(false);
const { values: settings } = resolveSettings();
const done: MatchOutcome = {
  results: Array.from({ length: 12 }, () => aResult({}, {})),
  counts: { matched: 9, review: 2, unmatched: 1, blocked: 0, failed: 0, skipped: 0 },
  stopped: null,
  outDir: 'out',
  files: [resolve('out', 'results.json'), join('out', 'results.csv'), resolve('metrics.json')],
  requests: 14,
  elapsedMs: 3_456.7,
  warnings: ['odd'],
};

describe('summaryText', () => {
  it('says what came of it, where it is and what to try next', () => {
    expect(summaryText(done, settings, plain).split('\n')).toEqual([
      '12 tracks in 3.5 s, 14 requests:',
      '  9 matched   found on Beatport',
      '  2 review    for you to decide',
      '  1 unmatched not sold there',
      '',
      'Files in out:',
      '  results.json',
      '  results.csv',
      `  ${resolve('metrics.json')}`,
      '',
      'Next:',
      '  candidates.csv lists what could be meant by the 2 tracks to review.',
      '  --fetcher async asks for many tracks at once.',
    ]);
  });

  it('says why it stopped', () => {
    const stopped: MatchOutcome = {
      ...done,
      counts: { ...done.counts, blocked: 3 },
      stopped: { reason: 'blocked', message: 'The site shut us out.', notReached: 1 },
    };
    const text = summaryText(stopped, settings, plain);
    expect(text).toMatch(/^The site shut us out\.\n1 track not reached\.\n/);
    // The message says itself what to do.
    expect(text).not.toContain('Wait an hour');
    expect(summaryText({ ...stopped, stopped: null }, settings, plain)).toContain('Wait an hour');
    expect(text).not.toContain('--fetcher async');
  });
});

describe('summaryJson', () => {
  it('keeps its names', () => {
    const stopped = { reason: 'interrupted', message: 'Stopped.', notReached: 5 } as const;
    expect(JSON.parse(summaryJson({ ...done, stopped }, '1.2.3', 130))).toEqual({
      version: '1.2.3',
      exit_code: 130,
      tracks: 12,
      counts: done.counts,
      stopped: { reason: 'interrupted', message: 'Stopped.', not_reached: 5 },
      requests: 14,
      elapsed_seconds: 3.457,
      out_dir: 'out',
      files: done.files,
      warnings: ['odd'],
    });
  });
});
