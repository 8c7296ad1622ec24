import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { page, position, query, quietCollector, result } from '../../test-support/run-events.js';
import { metricsJsonSchema } from './json-schema.js';

const shipped: unknown = JSON.parse(readFileSync(new URL('../../schema/metrics.schema.json', import.meta.url), 'utf8'));

/** A document with something in every list. */
function fullDocument() {
  const collector = quietCollector();
  const at = position(0);
  collector.observe({ type: 'run-start', at: 0, total: 1 });
  collector.observe({ type: 'track-start', at: 0, position: at });
  collector.observe({ type: 'query-start', at: 0, position: at, queryIndex: 0, query: query('x') });
  collector.observe({ type: 'page', at: 9, position: at, queryIndex: 0, report: page(0, 9) });
  collector.observe({ type: 'track-end', at: 10, position: at, result: result(0) });
  return collector.document();
}

describe('the shipped JSON Schema', () => {
  it('is the one made from the format (if not: build, then run scripts/write-schema.mjs)', () => {
    expect(shipped).toEqual(metricsJsonSchema());
  });

  it('accepts what a collector makes, and fields it does not know', () => {
    const validate = new Ajv2020().compile(metricsJsonSchema());
    expect(validate({ ...fullDocument(), another: 1 }) || validate.errors).toBe(true);
  });

  it.each([
    ['a percentage above 100', { aggregate_stats: { ...fullDocument().aggregate_stats, match_rate: 101 } }],
    ['a time that is no number', { track_metrics: [{ ...fullDocument().track_metrics[0], total_time: '1s' }] }],
    ['another version', { version: '2.0' }],
    ['no queries at all', { query_metrics: undefined }],
  ])('refuses %s', (_, change) => {
    const document: unknown = JSON.parse(JSON.stringify({ ...fullDocument(), ...change }));
    expect(new Ajv2020().validate(metricsJsonSchema(), document)).toBe(false);
  });
});
