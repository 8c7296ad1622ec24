import { appFolders, describeLibrary, type MatchOutcome, matchLibrary } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { exitCodeOfOutcome } from '../exit-codes.js';
import { outline } from '../playlists/outline.js';
import { examplePlaylist, playlistTree } from '../print/playlist-tree.js';
import { harmless, printable } from '../print/printable.js';
import { createProgress, type Progress } from '../print/progress.js';
import { summaryJson, summaryText } from '../print/summary.js';
import { resultLines, resultsTable } from '../print/table.js';
import { plural } from '../print/words.js';
import type { Channel, Terminal } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';
import { version } from '../version.js';
import { watchInterrupts } from './interrupt.js';
import { type MatchCall, readMatchCall } from './match-call.js';

/** `cuepoint match LIBRARY`: matches what was asked for and says what came of it. */
export async function runMatch(commandCall: CommandCall): Promise<number> {
  const call = await readMatchCall(commandCall);
  const { terminal, process } = commandCall;
  if (call.playlists === 'undecided') throw await whichPlaylist(call.library, terminal);
  const outcome = await match({ ...call, playlists: call.playlists }, terminal.err, process);
  const exitCode = exitCodeOfOutcome(outcome);
  report(outcome, call, terminal, exitCode);
  return exitCode;
}

async function match(
  call: MatchCall & { readonly playlists: readonly string[] | 'all' },
  err: Channel,
  process: NodeJS.Process,
): Promise<MatchOutcome> {
  const { settings, library, playlists, metricsFile, restart } = call;
  const { quiet, verbose } = settings;
  using progress = createProgress(err, !quiet);
  using interrupts = watchInterrupts(process, (nth) => {
    if (!quiet) progress.line(interruptWords(nth, progress));
  });

  return await matchLibrary(
    {
      library,
      playlists,
      settings,
      toolVersion: version(),
      folders: appFolders(process.env),
      restart,
      ...(metricsFile === undefined ? {} : { metricsFile }),
    },
    {
      observer: progress.observe,
      onPlan: ({ playlists: paths, total, resumed }) => {
        if (!quiet) err.line(planWords(paths, total, settings.fetcher));
        if (!quiet && resumed > 0) err.line(resumeWords(resumed));
        progress.begin(total);
      },
      onWarning: (message) => {
        if (!quiet) progress.line(`${err.colors.yellow('warning:')} ${harmless(message)}`);
      },
      onLog: (message) => {
        if (verbose) progress.line(err.colors.dim(harmless(message)));
      },
      stop: interrupts.stop,
      abort: interrupts.abort,
    },
  );
}

function report(outcome: MatchOutcome, call: MatchCall, { out, err }: Terminal, exitCode: number): void {
  const { settings, summaryJson: asJson } = call;
  const people = asJson ? err : out;
  if (!settings.quiet) {
    if (outcome.results.length > 0) people.line(resultsFor(people, outcome));
    people.line();
    people.line(summaryText(outcome, settings, people.colors));
  }
  if (asJson) out.line(summaryJson(outcome, version(), exitCode));
}

/** On a terminal one table a playlist; in a pipe plain lines. */
function resultsFor({ interactive, width, colors }: Channel, { results }: MatchOutcome): string {
  if (!interactive) return resultLines(results);
  const playlists = [...new Set(results.map(({ playlist }) => playlist))];
  return playlists
    .map((path) => {
      const own = results.filter(({ playlist }) => playlist === path);
      const table = resultsTable(own, width, colors);
      return playlists.length === 1 ? table : `${colors.bold(path)}\n${table}`;
    })
    .join('\n\n');
}

function planWords(paths: readonly string[], total: number, fetcher: string): string {
  const from = paths.length === 0 ? 'the whole collection' : paths.map(printable).join(', ');
  const what = `Matching ${plural(total, 'track')} of ${from}.`;
  if (fetcher !== 'async') return what;
  return `${what}\nAsync: many requests are under way at once, never faster than --max-rate allows.`;
}

function resumeWords(tracks: number): string {
  return `Taking up a run that was cut short: ${plural(tracks, 'track')} of it are done (--restart begins anew).`;
}

function interruptWords(nth: 1 | 2, { underWay }: Progress): string {
  return nth === 1
    ? `Stopping: finishing ${plural(underWay, 'track')} under way. Press Ctrl-C again to stop at once.`
    : 'Stopping at once.';
}

/** The error of a call that does not say what to match: it shows what there is. */
async function whichPlaylist(path: string, { err }: Terminal): Promise<UsageError> {
  const library = outline(await describeLibrary(path));
  const example = examplePlaylist(library.playlists);
  const choose = example === undefined ? '' : `--playlist "${example}", or `;
  return new UsageError(['Which tracks? Choose playlists, or the whole collection.'], {
    details: playlistTree(library, err.colors),
    hint: `Add ${choose}--all.`,
  });
}
