import { describe, expect, it } from 'vitest';
import { candidate, matched, unmatched } from '../../test-support/results.js';
import { packText } from '../text/packed-text.js';
import { packResult, unpackResult } from './recorded-result.js';

describe('a recorded result', () => {
  it.each([
    ['matched', matched()],
    ['unmatched', unmatched()],
    ['another version', { ...unmatched(), sibling: candidate() }],
  ])('comes back as it was: %s', (_, result) => {
    const { playlist, playlistIndex, track, ...recorded } = result;
    expect(unpackResult(packResult(result))).toStrictEqual(recorded);
    expect(unpackResult(packResult(recorded))).toStrictEqual(recorded);
  });

  it.each([
    ['bytes that are none of ours', Uint8Array.of(1, 2, 3)],
    ['a text that is no JSON', packText('{"status":')],
    ['a result without its queries', packText(JSON.stringify({ ...unmatched(), queries: undefined }))],
    ['a field of another version', packText(JSON.stringify({ ...strip(unmatched()), mood: 'dark' }))],
    ['a status of another version', packText(JSON.stringify({ ...strip(unmatched()), status: 'perhaps' }))],
    ['a score that is none', packText(JSON.stringify({ ...strip(unmatched()), matchScore: Number.NaN }))],
  ])('is none for %s', (_, packed) => {
    expect(unpackResult(packed)).toBeUndefined();
  });
});

function strip({ playlist, playlistIndex, track, ...recorded }: ReturnType<typeof unmatched>) {
  return recorded;
}
