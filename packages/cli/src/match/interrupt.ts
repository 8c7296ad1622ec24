import { EXIT } from '../exit-codes.js';

/** How a user ends a run early. */
export interface Interrupts extends Disposable {
  /** Fires at the first signal: finish what is under way. */
  readonly stop: AbortSignal;
  /** Fires at the second: drop it. */
  readonly abort: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Turns Ctrl-C (and the system's request to end) into a soft stop, then a hard one. A third ends the process on the
 * spot, so that nothing can hold a terminal captive.
 * @param onSignal Told which one it was, from 1.
 */
export function watchInterrupts(process: NodeJS.Process, onSignal: (nth: 1 | 2) => void): Interrupts {
  const stop = new AbortController();
  const abort = new AbortController();
  const handle = (): void => {
    if (abort.signal.aborted) process.exit(EXIT.interrupted);
    const second = stop.signal.aborted;
    onSignal(second ? 2 : 1);
    (second ? abort : stop).abort();
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return {
    stop: stop.signal,
    abort: abort.signal,
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, handle);
    },
  };
}
