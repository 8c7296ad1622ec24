import { describe, expect, it } from 'vitest';
import { judgeAll, parseLines } from './truth.mjs';

/** @typedef {import('./truth.mjs').Truth} Truth */

const row = { track_id: '1', title: 'T', artist: 'A', beatport_track_id: null, beatport_other_ids: [] };
const matched = { ...row, status: 'matched', beatport_track_id: 7, beatport_other_ids: [8] };

/** @param {ReturnType<typeof judgeAll>} judged */
const counts = (judged) => Object.fromEntries(Object.entries(judged).filter(([, rows]) => rows.length > 0));

describe('judgeAll', () => {
  it.each(
    /** @type {[string, typeof matched | typeof row & { status: string }, Omit<Truth, 'track_id'>][]} */ ([
      ['found', matched, { verdict: 'sold', expect: [7] }],
      ['found', matched, { verdict: 'sold', expect: [8] }],
      ['wrong', matched, { verdict: 'sold', expect: [9] }],
      ['wrong', matched, { verdict: 'not_sold', expect: [] }],
      ['wrong', matched, { verdict: 'other_version', expect: [7] }],
      ['open', { ...row, status: 'review' }, { verdict: 'sold', expect: [7] }],
      ['left', { ...row, status: 'review' }, { verdict: 'other_version', expect: [] }],
      ['left', { ...row, status: 'unmatched' }, { verdict: 'not_sold', expect: [] }],
      ['missed', { ...row, status: 'unmatched' }, { verdict: 'sold', expect: [7] }],
      ['left', { ...row, status: 'skipped' }, { verdict: 'not_sold', expect: [] }],
      ['unanswered', { ...row, status: 'skipped' }, { verdict: 'sold', expect: [7] }],
      ['unanswered', { ...row, status: 'blocked' }, { verdict: 'not_sold', expect: [] }],
    ]),
  )('%s', (judgement, judgedRow, truth) => {
    expect(counts(judgeAll([judgedRow], [{ track_id: '1', ...truth }]))).toEqual({ [judgement]: [judgedRow] });
  });

  it('judges a track of two playlists once, and leaves out what is not in the results', () => {
    const truths = parseLines(
      '{"track_id":"1","verdict":"sold","expect":[7]}\n{"track_id":"2","verdict":"sold","expect":[3]}\n',
    );
    expect(counts(judgeAll([matched, matched], truths))).toEqual({ found: [matched] });
  });
});
