import type { RecordedWork } from './recorded-work.js';
import { type ReplayBounds, replay } from './replay.js';

/**
 * What a run waits for.
 *
 * - `rate`: its rate ceiling.
 * - `cpu`: the processor, which reads and scores one page at a time.
 * - `latency`: answers; more requests at once would help, but there is no higher setting.
 * - `too-few-tracks`: answers as well, but there are no further tracks to ask for meanwhile.
 */
export type Limit = 'rate' | 'cpu' | 'latency' | 'too-few-tracks';

/**
 * Finds what limits a run by leaving out each part in turn: that without which it would be fastest.
 *
 * @param most The highest concurrency that was looked at.
 */
export function findLimit(work: RecordedWork, bounds: ReplayBounds, most: number): Limit {
  const timeWith = (other: Partial<ReplayBounds>) => replay(work, { ...bounds, ...other }).wallTime;
  const limits: readonly (readonly [Limit, number])[] = [
    ['rate', timeWith({ maxRate: null })],
    ['cpu', timeWith({ without: 'work' })],
    [bounds.concurrency >= most ? 'latency' : 'too-few-tracks', timeWith({ without: 'network' })],
  ];
  const [limit] = limits.reduce((least, each) => (each[1] < least[1] ? each : least));
  return limit;
}
