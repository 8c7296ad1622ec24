import type { FaultName } from '../faults/fault-names.js';

/** What a request was for. */
export type RequestKind = 'page' | 'data' | 'api' | 'asset' | 'test';

/** One request, as the stand-in saw it. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  /** With the question mark; empty when there is none. */
  readonly query: string;
  readonly kind: RequestKind;
  /** Position among the page and API requests, from 1; 0 for the others. */
  readonly sequence: number;
  /** Milliseconds on the monotonic clock of the process (`performance.now()`). */
  readonly arrivedAt: number;
  /** When the answer was sent or the connection lost; absent while it is under way. */
  readonly endedAt?: number;
  /** Absent while it is under way, and when no head was sent. */
  readonly status?: number;
  readonly fault?: FaultName;
  /** Bytes of the body that were sent, compressed as they were; 0 for the kind `test`. */
  readonly bytes: number;
}

/** Figures over all requests since the start or the last reset. */
export interface StandInStats {
  /** Requests of every kind but control ones. */
  readonly requests: number;
  readonly byKind: Readonly<Partial<Record<RequestKind, number>>>;
  /** By status; `none` counts those that ended without a head. */
  readonly byStatus: Readonly<Partial<Record<string, number>>>;
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
  readonly inFlight: number;
  readonly mostInFlight: number;
  /** Sockets opened. */
  readonly connections: number;
  readonly bytes: number;
}

/** Keeps a record of every request. */
export interface RequestLog {
  start(request: Pick<RequestRecord, 'method' | 'path' | 'query' | 'kind'>): OpenRecord;
  connected(): void;
  records(): readonly RequestRecord[];
  stats(): StandInStats;
  /** Forgets what has ended. Requests under way stay counted as in flight. */
  reset(): void;
}

/** The record of a request under way. */
export interface OpenRecord {
  readonly sequence: number;
  readonly arrivedAt: number;
  fault(name: FaultName): void;
  status(status: number): void;
  sent(bytes: number): void;
  end(): void;
}

/** Starts an empty log. */
export function openLog(): RequestLog {
  let records: Mutable<RequestRecord>[] = [];
  let sequence = 0;
  let inFlight = 0;
  let mostInFlight = 0;
  let connections = 0;
  return {
    start: (request) => {
      const counted = request.kind === 'page' || request.kind === 'data' || request.kind === 'api';
      if (counted) sequence += 1;
      const record: Mutable<RequestRecord> = {
        ...request,
        sequence: counted ? sequence : 0,
        arrivedAt: performance.now(),
        bytes: 0,
      };
      records.push(record);
      inFlight += 1;
      mostInFlight = Math.max(mostInFlight, inFlight);
      return {
        sequence: record.sequence,
        arrivedAt: record.arrivedAt,
        fault: (name) => {
          record.fault = name;
        },
        status: (status) => {
          record.status = status;
        },
        sent: (bytes) => {
          record.bytes += bytes;
        },
        end: () => {
          record.endedAt = performance.now();
          inFlight -= 1;
        },
      };
    },
    connected: () => {
      connections += 1;
    },
    records: () => records.map((record) => ({ ...record })),
    stats: () => ({
      requests: records.length,
      byKind: countBy(records, (record) => record.kind),
      byStatus: countBy(
        records.filter((record) => record.endedAt !== undefined),
        (record) => String(record.status ?? 'none'),
      ),
      faults: countBy(records, (record) => record.fault),
      inFlight,
      mostInFlight,
      connections,
      bytes: records.reduce((sum, record) => sum + record.bytes, 0),
    }),
    reset: () => {
      records = [];
      sequence = 0;
      mostInFlight = inFlight;
      connections = 0;
    },
  };
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function countBy<Item, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
