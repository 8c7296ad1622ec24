import { FetchError } from '@cuepoint/core';

/**
 * Makes a fetcher from a function that gets one page: requests wait for their turn, each has its time, and all of them
 * can be called off. This part is the same for every transport.
 *
 * @param {string} name
 * @param {import('@cuepoint/core').FetcherContext} context
 * @param {(request: import('@cuepoint/core').PageRequest, signal: AbortSignal) => Promise<import('@cuepoint/core').Page>} get
 *   Ends when the signal fires. What it throws that is no `FetchError` is taken for a fault of the network.
 * @returns {import('@cuepoint/core').Fetcher}
 */
export function oneAtATime(name, context, get) {
  const closing = new AbortController();
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return {
    name,
    concurrency: 1,
    fetch(request, { signal } = {}) {
      const stop = AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])]);
      const turn = last.then(() => attempt(request, stop));
      last = turn.catch(() => {});
      // A request that waits for its turn ends at once as well; its turn then passes without being used.
      return Promise.race([turn, calledOff(request, stop)]);
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await last;
    },
  };

  /**
   * @param {import('@cuepoint/core').PageRequest} request
   * @param {AbortSignal} stop
   */
  async function attempt(request, stop) {
    if (stop.aborted) return calledOff(request, stop);
    // Begins with the turn: the wait for it is not time of the attempt.
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), context.timeoutMs);
    try {
      return await get(request, AbortSignal.any([stop, timeout.signal]));
    } catch (error) {
      if (error instanceof FetchError) throw error;
      if (stop.aborted) return calledOff(request, stop);
      if (timeout.signal.aborted) {
        throw new FetchError('FETCH_TIMEOUT', request.url, `No complete answer within ${context.timeoutMs / 1000} s`);
      }
      throw new FetchError('FETCH_NETWORK', request.url, 'No complete answer came', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * @param {import('@cuepoint/core').PageRequest} request
 * @param {AbortSignal} stop
 * @returns {Promise<never>}
 */
function calledOff(request, stop) {
  return new Promise((_resolve, reject) => {
    const end = () => reject(new FetchError('FETCH_ABORTED', request.url, 'The request was called off'));
    if (stop.aborted) end();
    else stop.addEventListener('abort', end, { once: true });
  });
}
