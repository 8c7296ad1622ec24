import { PassThrough } from 'node:stream';
import type { RunEvent } from '@cuepoint/engine';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../terminal/terminal.js';
import { aResult } from '../testing/results.js';
import { createProgress } from './progress.js';

const result = aResult({}, { status: 'matched' });
const position = { index: 0, track: result.track };
const EVENTS: readonly RunEvent[] = [
  { type: 'track-start', at: 0, position },
  { type: 'track-start', at: 0, position },
  { type: 'track-end', at: 1, position, result },
];

describe('createProgress', () => {
  it('shows nothing but lines where nobody watches', () => {
    const { channel, written } = aChannel({ interactive: false });
    {
      using progress = createProgress(channel, true);
      progress.begin(2);
      EVENTS.forEach(progress.observe);
      progress.line('a warning');
    }
    expect(written()).toBe('a warning\n');
  });

  it('shows nothing but lines when told so', () => {
    const { channel, written } = aChannel({ interactive: true });
    {
      using progress = createProgress(channel, false);
      progress.begin(2);
      progress.line('a warning');
    }
    expect(written()).toBe('a warning\n');
  });

  it('draws a bar on a terminal, prints lines above it and takes it away at the end', () => {
    const { channel, written } = aChannel({ interactive: true });
    {
      using progress = createProgress(channel, true);
      progress.begin(2);
      EVENTS.forEach(progress.observe);
      expect(progress.underWay).toBe(1);
      progress.line('a warning');
    }
    const text = written();
    expect(text).toContain('1/2');
    expect(text).toContain('1 matched');
    expect(text.indexOf('a warning\u001b[K\n')).toBeLessThan(text.indexOf('1/2'));
    // Cursor to the start of the line, then everything below it cleared.
    expect(text.endsWith('\u001b[1G\u001b[0J')).toBe(true);
  });
});

/** A channel that keeps what is written to it. */
function aChannel({ interactive }: { readonly interactive: boolean }): { channel: Channel; written: () => string } {
  const chunks: string[] = [];
  const stream = Object.assign(new PassThrough(), {
    isTTY: interactive,
    columns: 100,
  }) as unknown as NodeJS.WriteStream;
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  const channel: Channel = {
    interactive,
    width: 100,
    colors: pc.createColors(false),
    stream,
    line: (text = '') => {
      stream.write(`${text}\n`);
    },
  };
  return { channel, written: () => chunks.join('') };
}
