import type { Observer, TrackStatus } from '@cuepoint/engine';
import { MultiBar } from 'cli-progress';
import type { Channel } from '../terminal/terminal.js';
import { barLine, countsLine, type ProgressState } from './progress-lines.js';

/** Clears from the cursor to the end of the line. */
const CLEAR_REST = '\u001b[K';

/** Shows how a run gets on, and lets other lines through without tearing the bar. */
export interface Progress extends Disposable {
  /** Follows the run. */
  readonly observe: Observer;
  /** Tracks begun and not yet finished. */
  readonly underWay: number;
  /** Draws the bar. */
  begin(total: number): void;
  /** Prints a line above the bar. */
  line(text: string): void;
}

/**
 * Progress on a channel: a bar where a person watches, nothing where not. Lines are printed either way.
 * @param shown False to show no bar in any case.
 */
export function createProgress(channel: Channel, shown: boolean): Progress {
  const seen: Record<TrackStatus, number> = { matched: 0, review: 0, unmatched: 0, blocked: 0, failed: 0, skipped: 0 };
  let started = 0;
  let ended = 0;
  let requests = 0;
  let total = 0;
  let beganAt = performance.now();
  let bars: MultiBar | undefined;

  const state = (): ProgressState => ({
    ...seen,
    done: ended,
    total,
    requests,
    elapsedMs: performance.now() - beganAt,
  });
  // A line as wide as the terminal would wrap on some.
  const room = (): number => channel.width - 1;

  return {
    observe(event) {
      if (event.type === 'track-start') started += 1;
      else if (event.type === 'page') requests += event.report.attempts.length;
      else if (event.type === 'track-end') {
        ended += 1;
        seen[event.result.status] += 1;
      }
    },
    get underWay() {
      return started - ended;
    },
    begin(tracks) {
      total = tracks;
      beganAt = performance.now();
      if (!shown || !channel.interactive || bars !== undefined) return;
      bars = new MultiBar({
        stream: channel.stream,
        // Our lines stand above the bar, so it has to be drawn again even when it has not changed.
        forceRedraw: true,
        clearOnComplete: true,
        // Signals are the command's own business: the bar would end, the run would not.
        gracefulExit: false,
        // Otherwise it would turn off wrapping for the lines above the bar as well.
        linewrap: true,
      });
      bars.create(tracks, 0, {}, { format: () => barLine(state(), room()) });
      bars.create(tracks, 0, {}, { format: () => countsLine(state(), room()) });
    },
    line(text) {
      if (bars === undefined) channel.line(text);
      // It is written over the bar: what is left of that must go.
      else bars.log(`${text}\n`.replaceAll('\n', `${CLEAR_REST}\n`));
    },
    [Symbol.dispose]() {
      if (bars === undefined) return;
      // Lines that are still waiting are printed by an update only.
      bars.update();
      bars.stop();
      bars = undefined;
    },
  };
}
