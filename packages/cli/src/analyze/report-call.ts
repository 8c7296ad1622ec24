import { resolve } from 'node:path';
import { writeReport } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { lastText } from '../flags/typed-flags.js';
import { USAGE } from '../print/help.js';
import { harmless } from '../print/printable.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

/** What a command that reports on metrics was asked for. */
export interface ReportCall<Format extends string> {
  /** The metrics files, as many as the command takes. */
  readonly files: readonly string[];
  readonly format: Format;
  /** Where the report goes; undefined for standard output. */
  readonly out: string | undefined;
}

/** What such a command takes. */
export interface ReportWords<Format extends string> {
  readonly command: 'analyze' | 'compare';
  /** Names of its files, as its usage line has them. */
  readonly files: readonly string[];
  /** The first one is the default. */
  readonly formats: readonly [Format, ...Format[]];
}

/**
 * Checks what was typed.
 * @throws {UsageError} with every problem at once.
 */
export function readReportCall<Format extends string>(
  { words, flags, problems }: CommandCall,
  { command, files, formats }: ReportWords<Format>,
): ReportCall<Format> {
  const typed = lastText(flags.format);
  const format = flags.format === undefined ? formats[0] : formats.find((each) => each === typed);
  const out = lastText(flags.out);
  const wrong = [
    ...problems,
    ...files.slice(words.length).map((name) => `${name} is missing: a file that a run wrote with --metrics.`),
    ...words.slice(files.length).map((word) => `"${word}" is one word too many. Names with spaces need quotes.`),
    ...(format === undefined ? [`--format is ${JSON.stringify(typed ?? '')}, but must be ${listed(formats)}.`] : []),
    ...(flags.out !== undefined && out === undefined ? ['--out needs a value, for example --out report.md.'] : []),
    ...(out !== undefined && words.some((word) => resolve(word) === resolve(out))
      ? ['--out is the metrics file itself, which would be lost.']
      : []),
  ];
  if (wrong.length > 0 || format === undefined) {
    throw new UsageError(wrong, { hint: `${USAGE[command]}\ncuepoint ${command} --help explains the flags.` });
  }
  return { files: words, format, out };
}

/** Prints the report, or writes it to its file and says so. */
export async function deliverReport(text: string, out: string | undefined, { out: people }: Terminal): Promise<void> {
  people.line(out === undefined ? harmless(text) : `Written to ${await writeReport(text, out)}`);
}

/** Prints what was missing in a metrics file and read as zero. */
export function warnOf(notes: readonly string[], { err }: Terminal): void {
  for (const note of notes) err.line(`${err.colors.yellow('warning:')} ${harmless(note)}`);
}

function listed(formats: readonly string[]): string {
  return `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`;
}
