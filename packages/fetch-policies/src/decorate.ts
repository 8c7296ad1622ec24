import type { Fetcher } from '@cuepoint/core';

/** A fetcher that answers in another way and is otherwise the one it wraps; disposing of it disposes of that one. */
export function decorate(inner: Fetcher, own: Pick<Fetcher, 'fetch'> & Partial<Pick<Fetcher, 'concurrency'>>): Fetcher {
  return {
    name: inner.name,
    concurrency: own.concurrency ?? inner.concurrency,
    fetch: own.fetch,
    [Symbol.asyncDispose]: async () => inner[Symbol.asyncDispose](),
  };
}
