import assert from 'node:assert/strict';

/** Waiting that comes to an end. */
export interface Patience {
  /** Asks again and again until the answer is yes; fails when it stays no. */
  until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void>;
  /** What a promise gives; fails when it gives nothing. */
  soon<T>(what: string, promise: Promise<T>): Promise<T>;
}

/** @param ms How long to wait at most, in milliseconds. */
export function createPatience(ms: number): Patience {
  return {
    async until(what, isSo) {
      const end = performance.now() + ms;
      while (!(await isSo())) if (performance.now() > end) assert.fail(`Waited ${ms} ms in vain until ${what}`);
    },
    async soon(what, promise) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        const error = new assert.AssertionError({ message: `Waited ${ms} ms in vain for ${what}` });
        timer = setTimeout(() => reject(error), ms);
      });
      try {
        return await Promise.race([promise, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
