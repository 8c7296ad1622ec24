import type { FetcherPlugin } from '@cuepoint/core';
import { createHttpFetcher } from '@cuepoint/http';
import { z } from 'zod';

const optionsSchema = z.strictObject({
  /**
   * Connections kept open, which is also the most requests in flight: 1–100. Default: as many as the run will have
   * in flight. Fewer spare the server and delay the requests that find none free; more than the run uses stay unopened.
   */
  connections: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('Connections kept open; as many as max_in_flight unless given.'),
});

/** Options of the plug-in. */
export type AsyncFetcherOptions = z.infer<typeof optionsSchema>;

/**
 * The plug-in `async`: many requests in flight at once over a pool of kept-alive connections.
 *
 * A connection is opened when a request finds none free, so a small run never opens the whole pool. Answers come in
 * whatever order the server gives them.
 */
export const asyncFetcher: FetcherPlugin<AsyncFetcherOptions> = {
  apiVersion: 1,
  name: 'async',
  summary: 'many requests at once over a pool of connections',
  concurrency: 'max-in-flight',
  options: optionsSchema,
  create: (options, context) =>
    createHttpFetcher({ name: 'async', connections: options.connections ?? context.maxInFlight, context }),
};
