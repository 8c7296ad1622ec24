import type { RunEvent, TrackResult } from '@cuepoint/core';
import { runAsWorker } from 'synckit';
import { processPlaylist, processTrack } from './process.js';
import type { SyncJob, SyncOutcome } from './sync-job.js';

runAsWorker(async (job: SyncJob): Promise<SyncOutcome> => {
  const events: RunEvent[] = [];
  const options = job.observed ? { ...job.options, observer: (event: RunEvent) => events.push(event) } : job.options;
  if (job.kind === 'track') return { results: [await processTrack(job.track, options)], events };
  const results: TrackResult[] = [];
  for await (const result of processPlaylist(job.library, job.playlists, options)) results.push(result);
  return { results, events };
});
