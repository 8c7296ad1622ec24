import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  processPlaylist,
  processPlaylistSync,
  processTrack,
  processTrackSync,
  type RunEvent,
  type TrackResult,
} from '@cuepoint/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallLibrary, smallLibrary } from './small-library.js';

let library: SmallLibrary;
let url: string;
/** In a process of its own: this thread is blocked while the synchronous forms wait for it. */
let server: ReturnType<typeof fork>;

beforeAll(async () => {
  library = await smallLibrary();
  server = fork(fileURLToPath(new URL('./serve.mjs', import.meta.url)));
  server.send(library.rows);
  const [message] = await once(server, 'message');
  url = String(message);
});
afterAll(async () => {
  server.disconnect();
  await once(server, 'exit');
  await library[Symbol.asyncDispose]();
});

const settings = () => ({ siteUrl: url, apiUrl: `${url}/v4` });

describe('the synchronous forms', () => {
  it('give for a playlist what the awaited form gives', async () => {
    const awaited: TrackResult[] = [];
    for await (const result of processPlaylist(library.file, ['Sets/All'], { settings: settings() }))
      awaited.push(result);
    expect(awaited.map((result) => result.match?.track.id)).toEqual(library.expected);
    expect(processPlaylistSync(library.file, ['Sets/All'], { settings: settings() })).toEqual(awaited);
  });

  it('give for a track what the awaited form gives, and tell the observer at the end', async () => {
    const track = processPlaylistSync(library.file, 'all', { settings: settings() })[0]?.track;
    if (track === undefined) throw new Error('the library holds a track');
    const events: RunEvent['type'][] = [];
    const result = processTrackSync(track, { settings: settings(), observer: (event) => events.push(event.type) });
    expect(result).toEqual(await processTrack(track, { settings: settings() }));
    expect(result.match?.track.id).toBe(library.expected[0]);
    expect(events).toEqual(['run-start', 'track-start', 'query-start', 'page', 'query-end', 'track-end', 'run-end']);
  });

  it('throw what the awaited form throws, with its code', () => {
    expect(() => processPlaylistSync(library.file, ['Nowhere'], { settings: settings() })).toThrowError(
      expect.objectContaining({ code: 'PLAYLIST_NOT_FOUND' }),
    );
  });
});
