import { matchTracks } from '@cuepoint/core';
import { catalogSlots, findIdentifiers, fitWeights, GUESSES, readTrack } from '@cuepoint/core/matching';
import { openSession, resolveSettings } from '@cuepoint/engine';
import { readLibrary, toLibraryTrack } from '@cuepoint/rekordbox';
import { startStandInProcess } from '../lib/stand-in-process.mjs';
import { outcomeOf } from './outcome.mjs';

/**
 * One labelled track and what became of it.
 *
 * @typedef {object} Tried
 * @property {import('@cuepoint/core').TrackResult} result
 * @property {import('./corpus.mjs').Truth} truth
 * @property {import('./outcome.mjs').Outcome} outcome
 */

/** Tracks under way at once; changes the time a trial takes and nothing else. */
const CONCURRENT = 8;

/**
 * Opens a labelled folder for trials: a stand-in that sells its catalogue, and a catalogue over it. Pages are asked for
 * once; `requests` counts what a run without that memory would have sent.
 *
 * @param {import('./corpus.mjs').Corpus} corpus
 */
export async function openTrials(corpus) {
  const standIn = await startStandInProcess({ catalogue: corpus.catalogue });
  const { values } = resolveSettings({ flags: { fetcher: 'async', siteUrl: standIn.url, apiUrl: standIn.apiUrl } });
  const session = await openSession({ settings: values, toolVersion: 'accuracy' });
  const library = await readLibrary(corpus.library);
  const labelled = [...library.tracks.values()].flatMap((track) => {
    const truth = corpus.truth.get(track.trackId);
    return truth === undefined ? [] : [{ track: toLibraryTrack(track), truth }];
  });

  /**
   * @param {typeof labelled} tracks
   * @param {import('@cuepoint/core').Weights} weights
   * @param {(event: import('@cuepoint/core').RunEvent) => void} [observer]
   * @returns {Promise<Tried[]>}
   */
  async function run(tracks, weights, observer = () => {}) {
    const entries = tracks.map(({ track }, at) => ({ playlist: '', playlistIndex: at + 1, track }));
    const tried = [];
    const results = matchTracks(entries, {
      catalog: session.catalog,
      weights,
      observer,
      maxConcurrentTracks: CONCURRENT,
    });
    for await (const result of results) {
      const truth = tracks[tried.length]?.truth;
      if (truth !== undefined) tried.push({ result, truth, outcome: outcomeOf(result, truth) });
    }
    return tried;
  }

  /** Everything the queries of a track bring, for a fit to choose from; by the guesses, which no fit has touched. */
  async function gather() {
    /** @type {Map<number, import('@cuepoint/core').CatalogTrack[]>} */
    const found = new Map();
    const collecting = {
      ...session.catalog,
      search: async (/** @type {any[]} */ ...asked) => collect(await session.catalog.search(...asked)),
      track: async (/** @type {any[]} */ ...asked) => collect(await session.catalog.track(...asked)),
    };
    /** @type {import('@cuepoint/core').CatalogTrack[]} */
    let current = [];
    const collect = (/** @type {any} */ outcome) => {
      if (outcome.ok) current.push(...(outcome.tracks ?? [outcome.track]));
      return outcome;
    };
    for (const [at, { track }] of labelled.entries()) {
      current = [];
      const entry = { playlist: '', playlistIndex: at + 1, track };
      for await (const _ of matchTracks([entry], { catalog: collecting, weights: GUESSES, maxConcurrentTracks: 1 }));
      found.set(at, current);
    }
    return labelled.map(({ track, truth }, at) => ({
      owner: truth.owner,
      subject: { track, readings: readTrack(track), identifiers: findIdentifiers(track) },
      candidates: distinct(found.get(at) ?? []).map((one) => ({ track: one, slots: catalogSlots(one) })),
      right: truth.expect,
    }));
  }

  return {
    labelled,
    gather,
    /** Runs every track with one set of weights. */
    withWeights: (/** @type {import('@cuepoint/core').Weights} */ weights) =>
      counted((observer) => run(labelled, weights, observer)),
    /** Runs every library with weights fitted to all the others. */
    crossValidated: (/** @type {Partial<import('@cuepoint/core/matching').FitOptions>} */ options = {}) =>
      counted(async (observer) => {
        const examples = await gather();
        const tried = [];
        for (const owner of new Set(labelled.map(({ truth }) => truth.owner))) {
          const weights = fitWeights(
            examples.filter((example) => example.owner !== owner),
            options,
          );
          tried.push(
            ...(await run(
              labelled.filter(({ truth }) => truth.owner === owner),
              weights,
              observer,
            )),
          );
        }
        return tried;
      }),
    /** The weights fitted to every track. */
    fit: async (/** @type {Partial<import('@cuepoint/core/matching').FitOptions>} */ options = {}) =>
      fitWeights(await gather(), options),
    close: async () => {
      await session[Symbol.asyncDispose]();
      await standIn.close();
    },
  };
}

/**
 * Counts the pages that a run asks for, whether they were kept from an earlier one or not.
 *
 * @param {(observer: (event: import('@cuepoint/core').RunEvent) => void) => Promise<Tried[]>} work
 */
async function counted(work) {
  let requests = 0;
  const tried = await work((event) => {
    if (event.type === 'page') requests += 1;
  });
  return { tried, requests };
}

/** @param {readonly import('@cuepoint/core').CatalogTrack[]} tracks */
function distinct(tracks) {
  return [...new Map(tracks.map((track) => [track.id, track])).values()];
}
