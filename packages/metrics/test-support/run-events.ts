import type { AttemptReport, CatalogQuery, LibraryTrack, PageReport, RunPosition, TrackResult } from '@cuepoint/core';
import { createMetricsCollector, type MetricsCollector } from '../src/index.js';

/** A collector whose clocks and process stand still unless told otherwise. */
export function quietCollector(at = 0): MetricsCollector {
  return createMetricsCollector({
    settings: { fetcher: 'async', maxConcurrentTracks: 5, maxConcurrentRequests: 10, maxInFlight: 50, maxRate: null },
    now: () => at,
    wallClock: () => new Date('2026-11-20T10:00:00.000Z'),
    usage: () => ({ cpuMs: 250, peakRssBytes: 1_000_000 }),
  });
}

export function track(trackId: string, name = `Title ${trackId}`): LibraryTrack {
  const empty = { album: '', remixer: '', mix: '', label: '', genre: '', comments: '', tonality: '' };
  return { trackId, name, artist: 'Somebody', source: 'file', ...empty };
}

export function position(index: number): RunPosition {
  return { index, track: track(String(100 + index)) };
}

export function query(text: string, type: CatalogQuery['type'] = 'priority'): CatalogQuery {
  return { text, type };
}

/** A good answer after one attempt of `networkMs`, without waits. */
export function page(startedAt: number, networkMs: number, more: Partial<PageReport> = {}): PageReport {
  const attempts = more.attempts ?? [attempt(startedAt, networkMs)];
  return {
    url: 'https://store.example/search',
    kind: 'search',
    outcome: 'ok',
    status: 200,
    cacheHit: false,
    attempts,
    queueWaitMs: 0,
    networkMs,
    parseMs: 0,
    wireBytes: 1000,
    bodyBytes: 5000,
    startedAt,
    endedAt: startedAt + networkMs,
    ...more,
  };
}

export function attempt(startedAt: number, networkMs: number): AttemptReport {
  return { fetchedBy: 'async', startedAt, networkMs, status: 200, outcome: 'ok', wireBytes: 1000, bodyBytes: 5000 };
}

/** What came of `position(index)`. */
export function result(index: number, more: Partial<TrackResult> = {}): TrackResult {
  return {
    playlist: 'Warm up',
    playlistIndex: index + 1,
    track: position(index).track,
    status: 'matched',
    matchScore: 97.5,
    confidence: 'high',
    reason: 'Everything agrees.',
    candidates: [],
    queries: [],
    earlyExit: false,
    ...more,
  };
}
