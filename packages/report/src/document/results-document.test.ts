import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matched, runRecord, unmatched } from '../../test-support/results.js';
import { toResultRow } from '../rows/result-row.js';
import { RESULTS_VERSION, resultsDocumentSchema, resultsJsonSchema } from './results-document.js';
import { toRunSummary } from './run-summary.js';

const shipped: unknown = JSON.parse(readFileSync(new URL('../../schema/results.schema.json', import.meta.url), 'utf8'));

const counts = { matched: 1, review: 0, unmatched: 1, blocked: 0, failed: 0, skipped: 0 };

function resultsDocument(title = 'Night Bus') {
  const result = matched();
  return {
    version: RESULTS_VERSION,
    generated: '2026-11-20T10:00:10.000Z',
    run: toRunSummary(runRecord({ stopped: { reason: 'Shut out.', notReached: 4 } }), counts),
    tracks: [toResultRow({ ...result, track: { ...result.track, name: title } }), toResultRow(unmatched())],
  };
}

describe('the shipped JSON Schema', () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(resultsJsonSchema());

  it('is the one made from the format (if not: build, then run scripts/write-schema.mjs)', () => {
    expect(shipped).toEqual(resultsJsonSchema());
  });

  it('accepts what is written, and fields it does not know', () => {
    expect(validate({ ...resultsDocument(), another: 1 }) || validate.errors).toBe(true);
  });

  it.each([
    ['a status nobody knows', { status: 'maybe' }],
    ['a score above 100', { match_score: 100.1 }],
    ['artists as one text', { beatport_artists: 'Ada Lund' }],
    ['a missing field', { beatport_isrc: undefined }],
    ['a position of 0', { playlist_index: 0 }],
  ])('refuses %s', (_, change) => {
    const tracks = [{ ...toResultRow(matched()), ...change }];
    expect(validate(JSON.parse(JSON.stringify({ ...resultsDocument(), tracks })))).toBe(false);
  });
});

it('survives JSON whatever a title holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const document = resultsDocument(title);
      expect(resultsDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    }),
  );
});
