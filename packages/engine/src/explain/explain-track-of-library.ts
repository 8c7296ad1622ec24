import type { Observer } from '@cuepoint/core';
import { type Explanation, posterior } from '@cuepoint/core/matching';
import { readLibrary } from '@cuepoint/rekordbox';
import type { ExplainedTrack } from '@cuepoint/report';
import { type AppFolders, appFolders } from '../folders/app-folders.js';
import { COLLECTION } from '../library/select-entries.js';
import { countRequests } from '../run/count-requests.js';
import { openPages } from '../run/keeping.js';
import { openSession } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import { findTrack } from './find-track.js';

/** Which track to explain, and how it is to be matched. */
export interface ExplainRequest {
  /** Path of the Rekordbox export, `.xml` or `.xml.gz`. */
  readonly library: string;
  /** `TrackID`, or a title, or a part of "Artist Title" that no other track has. */
  readonly track: string;
  readonly settings: Settings;
  /** Where pages and the token are kept. Default: the platform's own folders. */
  readonly folders?: AppFolders;
  /** Version of the program, for the user agent. */
  readonly toolVersion: string;
}

/** Ways to watch an explanation and to end it early. */
export interface ExplainHooks {
  readonly observer?: Observer;
  /** Something the user should know although the work goes on. */
  readonly onWarning?: (message: string) => void;
  /** Something a developer may want to know. */
  readonly onLog?: (message: string) => void;
  /** Drops what is under way. */
  readonly abort?: AbortSignal;
}

/**
 * Matches one track of an export as a run would, and hands back everything that led to the decision.
 *
 * @throws {CuePointError} `LIBRARY_…`, `TRACK_NOT_FOUND`, `TRACK_AMBIGUOUS`, `FETCHER_…`; `FETCH_ABORTED` when the
 *   signal fires. What the site answers is never thrown: the result says it.
 */
export async function explainTrackOfLibrary(
  request: ExplainRequest,
  hooks: ExplainHooks = {},
): Promise<ExplainedTrack> {
  const library = await readLibrary(request.library);
  for (const warning of library.warnings) hooks.onWarning?.(warning.message);
  const track = findTrack(library, request.track);
  const folders = request.folders ?? appFolders();
  using pages = await openPages(folders.cache, (message) => hooks.onWarning?.(message));
  await using session = await openSession({
    settings: request.settings,
    configFolder: folders.config,
    ...(pages === undefined ? {} : { pages }),
    toolVersion: request.toolVersion,
    ...(hooks.onLog === undefined ? {} : { log: hooks.onLog }),
    ...(hooks.onWarning === undefined ? {} : { onWarning: hooks.onWarning }),
  });
  const counter = countRequests();
  const explanation = await session.explain(
    { playlist: COLLECTION, playlistIndex: [...library.tracks.keys()].indexOf(track.trackId) + 1, track },
    {
      observer: (event) => {
        counter.observe(event);
        hooks.observer?.(event);
      },
      ...(hooks.abort === undefined ? {} : { abort: hooks.abort }),
    },
  );
  return {
    ...explanation,
    library: library.file,
    noneScore: noneOf(explanation),
    requests: counter.sent(),
  };
}

/** Not 100 less the scores: those are rounded, and of many recordings the errors would add up. */
function noneOf({ recordings }: Explanation): number {
  const found = posterior(recordings).reduce((sum, probability) => sum + probability, 0);
  return Math.round(Math.max(0, 1 - found) * 1000) / 10;
}
