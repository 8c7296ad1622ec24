import { setMaxListeners } from 'node:events';
import { FetchError, type FetchOptions, type PageRequest, type WaitReason } from '@cuepoint/core';
import type { Halt } from './halt.js';

/** A request that is being held up, and all that can end its waiting. */
export interface Waiter {
  readonly request: PageRequest;
  readonly options: FetchOptions | undefined;
  readonly halt: Halt;
}

/**
 * Waits on behalf of a request: `wait` gets a signal that fires when the request is aborted or the run halts.
 *
 * @throws {FetchError} `FETCH_ABORTED` or `FETCH_STOPPED`.
 */
export async function waitFor<T>(waiter: Waiter, wait: (signal: AbortSignal) => Promise<T>): Promise<T> {
  throwIfEnded(waiter);
  const ending = new AbortController();
  const forgetHalt = waiter.halt.onStop(() => ending.abort());
  const forgetAbort = onAbort(waiter.options?.signal, () => ending.abort());
  try {
    return await wait(ending.signal);
  } catch (error) {
    if (ending.signal.aborted) throwIfEnded(waiter);
    throw error;
  } finally {
    forgetHalt();
    forgetAbort();
  }
}

/** @throws {FetchError} `FETCH_ABORTED` or `FETCH_STOPPED`, when the request must not be sent any more. */
export function throwIfEnded({ request, options, halt }: Waiter): void {
  if (options?.signal?.aborted === true) throw abortedError(request.url, options.signal);
  halt.check(request.url);
}

/** What a request ends with when its asker has lost interest. */
export function abortedError(url: string, signal: AbortSignal | undefined): FetchError {
  return new FetchError('FETCH_ABORTED', url, 'The request was aborted', { cause: signal?.reason });
}

/** Calls back when the signal fires. Returns how to take that back. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => {};
  // One signal ends a whole run, so every request under way listens to it; at the eleventh Node would warn of a leak.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}

/** Reports a wait that is over. Below a millisecond nothing was waited for but the queue of microtasks. */
export function noteWait(options: FetchOptions | undefined, reason: WaitReason, ms: number): void {
  if (ms >= 1) options?.onNote?.({ type: 'wait', reason, ms });
}
