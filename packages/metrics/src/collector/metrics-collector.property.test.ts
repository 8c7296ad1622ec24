import type { RunEvent } from '@cuepoint/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { page, position, query, quietCollector, result } from '../../test-support/run-events.js';
import { metricsDocumentSchema } from '../document/metrics-document.js';

it('stays within its own schema for any timings, however they overlap', () => {
  const time = fc.double({ min: 0, max: 5000, noNaN: true });
  const pages = fc.array(fc.record({ start: time, network: time, parse: time, wait: time, late: fc.boolean() }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(pages, time, time, (reports, queryMs, scoreMs) => {
      const at = position(0);
      const asked = query('any');
      const told = (late: boolean): RunEvent[] =>
        reports
          .filter((one) => one.late === late)
          .map((one) => ({
            type: 'page',
            at: one.start,
            position: at,
            queryIndex: 0,
            report: page(one.start, one.network, { parseMs: one.parse, queueWaitMs: one.wait }),
          }));
      const collector = quietCollector();
      const events: RunEvent[] = [
        { type: 'run-start', at: 0, total: 1 },
        { type: 'track-start', at: 0, position: at },
        { type: 'query-start', at: 0, position: at, queryIndex: 0, query: asked },
        ...told(false),
        { type: 'query-end', at: queryMs, position: at, queryIndex: 0, query: asked, found: 1, scoreMs },
        ...told(true),
        { type: 'track-end', at: 5000, position: at, result: result(0) },
        { type: 'run-end', at: 5000 },
      ];
      for (const event of events) collector.observe(event);
      const document = collector.document();
      expect(metricsDocumentSchema.parse(document)).toEqual(document);
      const [measured] = document.query_metrics;
      expect(measured?.execution_time).toBeGreaterThanOrEqual(measured?.network_time ?? Number.NaN);
      expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    }),
  );
});
