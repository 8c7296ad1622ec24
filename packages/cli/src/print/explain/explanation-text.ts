import type { ExplainedTrack } from '@cuepoint/engine';
import type { Colors } from '../../terminal/terminal.js';
import { printable } from '../printable.js';
import { libraryWords } from '../track-words.js';
import { plural } from '../words.js';
import { decisionLines } from './decision.js';
import { sideBySide } from './side-by-side.js';
import { queryLines, readingLines, tagLines } from './what-was-asked.js';

/** Longer lines are hard to follow. */
const MOST_WIDTH = 160;
/** Below this, columns are no longer readable: the terminal may as well break the lines. */
const LEAST_WIDTH = 60;

/** Everything that led to a decision, for a person, from the tags to the answer. */
export function explanationText(explained: ExplainedTrack, terminalWidth: number, colors: Colors): string {
  const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, terminalWidth));
  const { result, recordings } = explained;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', colors.bold(colors.underline(title)), ...lines];
  return [
    colors.bold(libraryWords(result)),
    colors.dim(`Track ${printable(result.track.trackId)} of ${printable(explained.library)}`),
    ...section('The tags', tagLines(explained, width, colors)),
    ...section('Read as', readingLines(explained, width, colors)),
    ...(result.status === 'skipped' ? [] : section('Asked', queryLines(explained, width, colors))),
    ...section(`Compared: ${plural(recordings.length, 'recording')}`, sideBySide(explained, width, colors)),
    ...section('Decided', decisionLines(explained, width, colors)),
  ].join('\n');
}
