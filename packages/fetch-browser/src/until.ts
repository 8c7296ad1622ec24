/**
 * What a promise gives, unless a signal fires first.
 *
 * Calls to a browser have to be left behind like this: one whose process hangs never answers any of them.
 *
 * @throws The signal's reason.
 */
export async function until<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined;
  const fired = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, fired]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
    // Nobody listens to it any more, and an unheard rejection would end the process.
    promise.catch(() => undefined);
  }
}

/** True when a promise has settled within some milliseconds, however. */
export async function settledWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
