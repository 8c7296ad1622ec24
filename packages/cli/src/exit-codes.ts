import { errorCode, type MatchOutcome, type TrackStatus } from '@cuepoint/engine';

/** What the command tells the shell; part of its contract. */
export const EXIT = {
  done: 0,
  /** Nothing could be done: no such file, no XML, nowhere to write. */
  couldNotRun: 1,
  /** Asked for wrongly: flags, values, playlists that do not exist. */
  usage: 2,
  /** Blocked or stopped by the site, or at `max_requests`; what was done before is kept. */
  blocked: 3,
  /** Done, but some tracks could not be asked for. */
  someFailed: 4,
  /** Ctrl-C; what was done before is kept. */
  interrupted: 130,
} as const;

/** The exit code of a run that came to an end of its own or was stopped. */
export function exitCodeOfOutcome(outcome: Pick<MatchOutcome, 'stopped' | 'counts'>): number {
  if (outcome.stopped?.reason === 'interrupted') return EXIT.interrupted;
  if (outcome.stopped !== null || outcome.counts.blocked > 0) return EXIT.blocked;
  return outcome.counts.failed > 0 ? EXIT.someFailed : EXIT.done;
}

/** The exit code of a command that is about one track: the one a run of that track alone would end with. */
export function exitCodeOfStatus(status: TrackStatus): number {
  if (status === 'blocked') return EXIT.blocked;
  return status === 'failed' ? EXIT.someFailed : EXIT.done;
}

const USAGE_CODES = ['USAGE', 'SETTINGS_INVALID', 'FETCHER_UNKNOWN', 'FETCHER_OPTIONS_INVALID'];

/** The exit code of an error. */
export function exitCodeOfError(error: unknown): number {
  const code = errorCode(error) ?? '';
  if (USAGE_CODES.includes(code) || /^(?:PLAYLIST|TRACK)_/.test(code)) return EXIT.usage;
  return code === 'FETCH_ABORTED' ? EXIT.interrupted : EXIT.couldNotRun;
}
