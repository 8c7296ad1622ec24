/** What the conformance routes have seen, for tests that count requests and connections. */
export interface Seen {
  /** Paths with their queries, in order of arrival. */
  readonly order: readonly string[];
  /** Most of these requests in flight at once. */
  readonly most: number;
  /** Sockets opened to this server. */
  readonly connections: number;
}

/** Keeps count for the conformance routes. */
export interface SeenLog {
  /** @returns Call it when the request has ended. */
  arrived(address: string): () => void;
  connected(): void;
  seen(): Seen;
  reset(): void;
}

/** Starts having seen nothing. */
export function openSeenLog(): SeenLog {
  let order: string[] = [];
  let inFlight = 0;
  let most = 0;
  let connections = 0;
  return {
    arrived: (address) => {
      order.push(address);
      inFlight += 1;
      most = Math.max(most, inFlight);
      return () => {
        inFlight -= 1;
      };
    },
    connected: () => {
      connections += 1;
    },
    seen: () => ({ order: [...order], most, connections }),
    reset: () => {
      order = [];
      most = inFlight;
      connections = 0;
    },
  };
}
