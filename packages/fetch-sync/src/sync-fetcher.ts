import type { FetcherPlugin } from '@cuepoint/core';
import { createHttpFetcher } from '@cuepoint/http';
import { z } from 'zod';

/** The sequential fetcher has nothing to choose. */
const optionsSchema = z.strictObject({});

/** Options of the plug-in: none. */
export type SyncFetcherOptions = z.infer<typeof optionsSchema>;

/**
 * The plug-in `sync`: one request at a time, in the order asked, over one kept-alive connection.
 *
 * Requests made while another is in flight wait their turn; they can be aborted while they wait. A request waits
 * for the whole body of the one before it, not only for its head.
 */
export const syncFetcher: FetcherPlugin<SyncFetcherOptions> = {
  apiVersion: 1,
  name: 'sync',
  summary: 'one request at a time, in order, on one connection',
  concurrency: 1,
  options: optionsSchema,
  create: (_options, context) => createHttpFetcher({ name: 'sync', connections: 1, context }),
};
