import { type ExplainedTrack, explainTrackOfLibrary, toExplanationDocument } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { settleSettings } from '../config/settle-settings.js';
import { exitCodeOfStatus } from '../exit-codes.js';
import { lastText } from '../flags/typed-flags.js';
import { libraryWord } from '../library-word.js';
import { watchInterrupts } from '../match/interrupt.js';
import { explanationText } from '../print/explain/explanation-text.js';
import { USAGE } from '../print/help.js';
import { harmless } from '../print/printable.js';
import { UsageError } from '../usage-error.js';
import { version } from '../version.js';

/** `cuepoint explain LIBRARY --track …`: matches one track and shows everything that led to the decision. */
export async function runExplain(call: CommandCall): Promise<number> {
  const { words, flags, problems, terminal } = call;
  const word = libraryWord(words);
  const track = lastText(flags.track);
  const { settings, problems: unsettled } = await settleSettings(call);
  const wrong = [...problems, ...word.problems, ...trackProblems(flags.track, track), ...unsettled];
  if (wrong.length > 0 || settings === undefined || track === undefined) {
    throw new UsageError(wrong, { hint: `${USAGE.explain}\ncuepoint explain --help explains the flags.` });
  }
  const explained = await explain(call, { library: word.library, track, settings, toolVersion: version() });
  const { out } = terminal;
  out.line(
    flags.json === true
      ? JSON.stringify(toExplanationDocument(explained, version()), null, 2)
      : explanationText(explained, out.width, out.colors),
  );
  return exitCodeOfStatus(explained.result.status);
}

async function explain(
  { terminal: { err }, process }: CommandCall,
  request: Parameters<typeof explainTrackOfLibrary>[0],
): Promise<ExplainedTrack> {
  // One track is quickly done or dropped: the first Ctrl-C drops it.
  using interrupts = watchInterrupts(process, () => {});
  return await explainTrackOfLibrary(request, {
    onWarning: (message) => err.line(`${err.colors.yellow('warning:')} ${harmless(message)}`),
    onLog: (message) => {
      if (request.settings.verbose) err.line(err.colors.dim(harmless(message)));
    },
    abort: interrupts.stop,
  });
}

function trackProblems(typed: unknown, track: string | undefined): string[] {
  if (track !== undefined) return [];
  return [
    typed === undefined
      ? 'Which track? Add --track ID (track_id in results.csv), or --track "part of a title".'
      : '--track needs a value, for example --track 2 or --track "part of a title".',
  ];
}
