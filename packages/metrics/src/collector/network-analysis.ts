import type { NetworkAnalysis, TypeNetworkTime } from '../document/metrics-document.js';
import type { QueryMetrics } from '../document/query-metrics.js';
import { average, sumOf, toPercentage, toSeconds } from './numbers.js';

/**
 * How much of the work of a run was waiting for the network.
 *
 * @param queries All queries of the run.
 * @param networkWallMs Milliseconds during which at least one request was under way.
 * @param runMs Wall time of the run in milliseconds.
 */
export function analyseNetwork(
  queries: readonly QueryMetrics[],
  networkWallMs: number,
  runMs: number,
): NetworkAnalysis {
  const { average_network_time, count: _, ...sums } = networkTime(queries);
  const types = [...new Set(queries.map((query) => query.query_type))].sort();
  return {
    ...sums,
    average_network_time_per_query: average_network_time,
    network_time_by_query_type: Object.fromEntries(
      types.map((type) => [type, networkTime(queries.filter((query) => query.query_type === type))]),
    ),
    network_wall_time: toSeconds(networkWallMs),
    network_wall_percentage: toPercentage(networkWallMs, runMs),
  };
}

function networkTime(queries: readonly QueryMetrics[]): TypeNetworkTime {
  const network = sumOf(queries, (query) => query.network_time);
  const execution = sumOf(queries, (query) => query.execution_time);
  return {
    total_network_time: toSeconds(network * 1000),
    total_execution_time: toSeconds(execution * 1000),
    average_network_time: average(network, queries.length),
    network_time_percentage: toPercentage(network, execution),
    count: queries.length,
  };
}
