import type { NetworkTimeAnalysis } from './analyze-network-time.js';

/** The analysis for programs: names as in the metrics document, times in seconds, percentages 0–100. */
export function analysisJson(analysis: NetworkTimeAnalysis): Readonly<Record<string, unknown>> {
  const { session, network, byQueryType, recommendation, rate, recording } = analysis;
  return {
    recommendation: {
      decision: recommendation.decision,
      reason: recommendation.reason,
      sufficient_data: recommendation.sufficientData,
    },
    rate: {
      kind: rate.kind,
      requests_per_second: 'achieved' in rate ? rate.achieved : null,
      max_rate: 'allowed' in rate ? rate.allowed : null,
      reason: rate.words,
    },
    recording: { concurrent: recording.concurrent, most_in_flight: recording.mostInFlight, reason: recording.words },
    session: {
      start_time: session.startTime,
      fetcher: session.fetcher,
      total_time: session.totalTime,
      total_tracks: session.tracks,
      planned_tracks: session.plannedTracks,
      matched_tracks: session.matched,
      queries: session.queries,
      requests: session.requests,
      retries: session.retries,
      cache_hit_rate: session.cacheHitRate,
    },
    network: {
      total_network_time: network.networkTime,
      total_execution_time: network.executionTime,
      network_time_percentage: network.networkTimePercentage,
      network_wall_time: network.wallTime,
      network_wall_percentage: network.wallPercentage,
    },
    network_time_by_query_type: Object.fromEntries(
      byQueryType.map(({ type, networkTime, executionTime, networkTimePercentage, count }) => [
        type,
        {
          total_network_time: networkTime,
          total_execution_time: executionTime,
          network_time_percentage: networkTimePercentage,
          count,
        },
      ]),
    ),
  };
}
