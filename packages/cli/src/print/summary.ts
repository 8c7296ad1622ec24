import { isAbsolute, relative, resolve } from 'node:path';
import type { MatchOutcome, Settings, TrackStatus } from '@cuepoint/engine';
import type { Colors } from '../terminal/terminal.js';
import { STATUS_COLORS } from './track-words.js';
import { duration, plural } from './words.js';

/** What a status means, as a summary says it. */
const MEANINGS: Readonly<Record<TrackStatus, string>> = {
  matched: 'found on Beatport',
  review: 'for you to decide',
  unmatched: 'not sold there',
  blocked: 'not answered: the site shut us out',
  failed: 'not answered: something went wrong',
  skipped: 'nothing to look for (samples, streams, empty rows)',
};

/** Counts, cost, where the files are and what to try next. */
export function summaryText(outcome: MatchOutcome, settings: Settings, colors: Colors): string {
  const { counts, results, requests, elapsedMs, stopped } = outcome;
  const statuses = STATUSES.filter((status) => counts[status] > 0);
  const width = Math.max(0, ...statuses.map((status) => String(counts[status]).length));
  return [
    ...(stopped === null
      ? []
      : [colors.yellow(stopped.message), `${plural(stopped.notReached, 'track')} not reached.`, '']),
    `${plural(results.length, 'track')} in ${duration(elapsedMs)}, ${plural(requests, 'request')}:`,
    ...statuses.map((status) => {
      const count = String(counts[status]).padStart(width);
      return `  ${count} ${colors[STATUS_COLORS[status]](status.padEnd(9))} ${colors.dim(MEANINGS[status])}`;
    }),
    '',
    outcome.files.length === 0 ? 'No files were written.' : `Files in ${colors.bold(outcome.outDir)}:`,
    ...outcome.files.map((file) => `  ${within(outcome.outDir, file)}`),
    ...nextSteps(outcome, settings),
  ].join('\n');
}

/** The same for a program; names and units are part of the command's contract. */
export function summaryJson(outcome: MatchOutcome, toolVersion: string, exitCode: number): string {
  const { counts, stopped, results } = outcome;
  return JSON.stringify({
    version: toolVersion,
    exit_code: exitCode,
    tracks: results.length,
    counts,
    stopped:
      stopped === null ? null : { reason: stopped.reason, message: stopped.message, not_reached: stopped.notReached },
    requests: outcome.requests,
    elapsed_seconds: Math.round(outcome.elapsedMs) / 1000,
    out_dir: outcome.outDir,
    files: outcome.files,
    warnings: outcome.warnings,
  });
}

/** A file of the folder by its name there, any other one (the metrics) by its full path. */
function within(folder: string, file: string): string {
  const inside = relative(resolve(folder), resolve(file));
  return inside.startsWith('..') || isAbsolute(inside) ? file : inside;
}

const STATUSES = [
  'matched',
  'review',
  'unmatched',
  'blocked',
  'failed',
  'skipped',
] as const satisfies readonly TrackStatus[];

/** More tracks than this are worth fetching at once. */
const MANY_TRACKS = 10;

function nextSteps({ counts, stopped, results }: MatchOutcome, settings: Settings): string[] {
  const steps: string[] = [];
  // A run that was stopped says itself what to do, and knows better: a refused token is not mended by waiting.
  if (counts.blocked > 0 && stopped?.reason !== 'blocked') {
    steps.push('The site asked us to stop. Wait an hour, then run the same command, with a lower --max-rate.');
  }
  if (stopped?.reason === 'interrupted') steps.push('To match the remaining tracks, run the same command again.');
  if (counts.failed > 0)
    steps.push('For tracks that failed, the reason stands in the files; run the same command again.');
  if (counts.review > 0 && settings.format.includes('csv')) {
    steps.push(`candidates.csv lists what could be meant by the ${plural(counts.review, 'track')} to review.`);
  }
  if (settings.fetcher === 'sync' && results.length > MANY_TRACKS && stopped === null) {
    steps.push('--fetcher async asks for many tracks at once.');
  }
  return steps.length === 0 ? [] : ['', 'Next:', ...steps.map((step) => `  ${step}`)];
}
