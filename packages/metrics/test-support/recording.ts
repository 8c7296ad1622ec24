import type { AttemptReport } from '@cuepoint/core';
import { createMetricsCollector, type MetricsDocument } from '../src/index.js';
import { page, position, query, result } from './run-events.js';

/** How a constructed run is made up. Times in milliseconds. */
export interface RecordingOptions {
  readonly tracks?: number;
  readonly networkMs?: number;
  readonly parseMs?: number;
  readonly scoreMs?: number;
  /** Pages of each track that follow its search one after the other. */
  readonly detailPages?: number;
  readonly maxRate?: number | null;
  /** Time between sending two requests; stands for a rate ceiling that was kept. */
  readonly everyMs?: number;
  /** Queries answered from the cache, from the first on. */
  readonly cached?: number;
  /** Requests that were answered with 429, by their position in the run. */
  readonly pushedBack?: readonly number[];
  readonly peakRssBytes?: number;
}

/** The metrics of a sequential run in which every track costs exactly the same. */
export function recording(options: RecordingOptions = {}): MetricsDocument {
  const { tracks = 20, networkMs = 100, parseMs = 0, scoreMs = 0, detailPages = 0, cached = 0 } = options;
  const pushedBack = options.pushedBack ?? [];
  const settings = {
    fetcher: 'sync',
    maxConcurrentTracks: 1,
    maxConcurrentRequests: 10,
    maxInFlight: 50,
    maxRate: options.maxRate ?? null,
  };
  const collector = createMetricsCollector({
    settings,
    now: () => 0,
    wallClock: () => new Date('2026-11-20T10:00:00.000Z'),
    usage: () => ({ cpuMs: 0, peakRssBytes: options.peakRssBytes ?? 100_000_000 }),
  });
  const { observe } = collector;
  const asks = query('somebody title');
  let at = 1000;
  let sent = 0;
  observe({ type: 'run-start', at, total: tracks });
  for (let index = 0; index < tracks; index += 1) {
    const place = { position: position(index), queryIndex: 0 };
    observe({ type: 'track-start', at, position: place.position });
    observe({ type: 'query-start', at, ...place, query: asks });
    for (let nth = 0; nth <= detailPages; nth += 1) {
      const kind = nth === 0 ? 'search' : 'track';
      if (index < cached) {
        observe({
          type: 'page',
          at,
          ...place,
          report: page(at, 0, { cacheHit: true, attempts: [], parseMs, endedAt: at + parseMs, kind }),
        });
        at += parseMs;
        continue;
      }
      const asked = at;
      const due = options.everyMs === undefined ? at : Math.max(at, 1000 + sent * options.everyMs);
      const refused = pushedBack.includes(sent);
      const attempts: AttemptReport[] = [
        {
          fetchedBy: 'sync',
          startedAt: due,
          networkMs,
          status: refused ? 429 : 200,
          outcome: refused ? 'rate-limited' : 'ok',
          wireBytes: 1000,
          bodyBytes: 5000,
        },
      ];
      sent += 1;
      at = due + networkMs + parseMs;
      const report = page(asked, networkMs, { attempts, parseMs, queueWaitMs: due - asked, endedAt: at, kind });
      observe({ type: 'page', at, ...place, report });
    }
    at += scoreMs;
    observe({ type: 'query-end', at, ...place, query: asks, found: 10, scoreMs });
    observe({ type: 'track-end', at, position: place.position, result: result(index) });
  }
  observe({ type: 'run-end', at });
  return collector.document();
}
