import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type MatchOutcome,
  type MatchRequest,
  matchLibrary,
  type RunEvent,
  resolveSettings,
  type Settings,
} from '@cuepoint/engine';
import type { StandIn } from '@cuepoint/stand-in';
import type { SmallLibrary } from '../engine/small-library.js';

/** What a run came to, and what it met with on the way. */
export interface FaultRun {
  readonly outcome: MatchOutcome;
  /** The text of `tracks[]` in `results.json`. */
  readonly tracks: string;
  /** What the attempts that brought no answer were taken for, each once. */
  readonly seen: readonly string[];
}

/** Waits that a real site deserves would make hundreds of runs take hours. */
const IMPATIENT: NonNullable<MatchRequest['policies']> = {
  backoffMs: 2,
  backoffMaxMs: 4,
  pushbackMs: 2,
  pushbackMaxMs: 8,
  pushbackMinMs: 2,
  stallLimitMs: 400,
};

/** What to run; the folders are kept under the name, so that a second run of that name takes the first one up. */
export function requestFor(
  library: SmallLibrary,
  standIn: Pick<StandIn, 'url' | 'apiUrl'>,
  name: string,
  flags: Partial<Settings>,
): MatchRequest & { readonly outDir: string } {
  const outDir = join(library.folder, name);
  const own = (kind: string) => join(outDir, '.kept', kind);
  return {
    library: library.file,
    playlists: ['Sets/All'],
    settings: resolveSettings({ flags: { siteUrl: standIn.url, apiUrl: standIn.apiUrl, ...flags } }).values,
    folders: { config: own('config'), data: own('data'), cache: own('cache') },
    policies: IMPATIENT,
    outDir,
    toolVersion: '0',
  };
}

/** Runs it, and gathers what the attempts met with. */
export async function runWithFaults(request: MatchRequest & { readonly outDir: string }): Promise<FaultRun> {
  const seen = new Set<string>();
  const observer = (event: RunEvent): void => {
    if (event.type !== 'page') return;
    for (const { outcome, errorCode } of event.report.attempts) seen.add(errorCode ?? outcome);
  };
  const outcome = await matchLibrary(request, { observer });
  for (const answer of ['ok', 'empty', 'not-found']) seen.delete(answer);
  const text = await readFile(join(request.outDir, 'results.json'), 'utf8');
  return { outcome, tracks: text.slice(text.indexOf('"tracks"')), seen: [...seen].sort() };
}
