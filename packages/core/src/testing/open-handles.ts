import { createHook } from 'node:async_hooks';

/** Watches what is opened from now on. */
export interface HandleWatch {
  /** The kinds of what was opened since and is still open, one entry each. */
  stillOpen(): readonly string[];
  /** Stops watching. */
  stop(): void;
}

/** Sockets, pipes, child processes, workers and watched files, by the names `node:async_hooks` has for them. */
const HANDLES: ReadonlySet<string> = new Set([
  'TCPWRAP',
  'TCPSERVERWRAP',
  'PIPEWRAP',
  'PROCESSWRAP',
  'WORKER',
  'FSEVENTWRAP',
]);

/**
 * Watches everything in this process that can keep it alive. Counting the open handles before and after would be
 * simpler and wrong: a timer of the test runner that ends meanwhile would make up for one that was left.
 */
export function watchHandles(): HandleWatch {
  const open = new Map<number, string>();
  const timers = new Map<number, NodeJS.Timeout>();
  const hook = createHook({
    init(id, kind, _trigger, resource) {
      if (HANDLES.has(kind)) open.set(id, kind);
      else if (isTimer(resource)) timers.set(id, resource);
    },
    destroy(id) {
      open.delete(id);
      timers.delete(id);
    },
  }).enable();
  return {
    stillOpen: () => {
      // A timer that was told `unref()` may stay.
      const ticking = [...timers.values()].filter((timer) => timer.hasRef());
      return [...open.values(), ...ticking.map(() => 'Timeout')];
    },
    stop: () => void hook.disable(),
  };
}

function isTimer(resource: object): resource is NodeJS.Timeout {
  return 'hasRef' in resource && 'refresh' in resource;
}
