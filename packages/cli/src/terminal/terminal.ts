import pc from 'picocolors';
import { useColor } from './use-color.js';

/** Colour functions that leave text alone where colour is not wanted. */
export type Colors = ReturnType<typeof pc.createColors>;

/** One of the two streams a command writes to. */
export interface Channel {
  /** True when a person reads it as it comes. */
  readonly interactive: boolean;
  /** Columns; 80 where nobody knows. */
  readonly width: number;
  readonly colors: Colors;
  readonly stream: NodeJS.WriteStream;
  /** Writes a text and ends its line. */
  line(text?: string): void;
}

/** Where a command writes. */
export interface Terminal {
  /** What was asked for. */
  readonly out: Channel;
  /** Everything about it: progress, notes, warnings, errors. */
  readonly err: Channel;
}

/** What a system says of a pipe that nobody reads any more; EOF is Windows. */
const READER_GONE = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'];

/** The terminal, pipe or file behind this process. */
export function openTerminal(process: NodeJS.Process, options: { readonly noColor: boolean }): Terminal {
  return {
    out: openChannel(process.stdout, process.env, options.noColor),
    err: openChannel(process.stderr, process.env, options.noColor),
  };
}

function openChannel(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv, noColor: boolean): Channel {
  // A reader that goes away (`cuepoint playlists … | head`) is no error: what else there is to say is said to
  // nobody, and the run still ends with its files written.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!READER_GONE.includes(error.code ?? '')) throw error;
  });
  return {
    interactive: stream.isTTY === true && env.TERM !== 'dumb',
    get width() {
      return stream.columns || 80;
    },
    colors: pc.createColors(useColor(stream, env, noColor)),
    stream,
    line(text = '') {
      stream.write(`${text}\n`);
    },
  };
}
