import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a labelled folder says of one track.
 *
 * @typedef {object} Truth
 * @property {string} trackId - TrackID in `library.xml`.
 * @property {'sold' | 'not_sold' | 'other_version'} verdict
 * @property {ReadonlySet<number>} expect - Ids that are right; empty when none is.
 * @property {string} owner - Whose library it is from; libraries of one owner count as one.
 */

/** @typedef {ReturnType<typeof openCorpus>} Corpus */

/**
 * A folder of the shape `library.xml`, `truth.jsonl`, `catalogue.jsonl[.gz]`.
 *
 * @param {string} folder
 */
export function openCorpus(folder) {
  const library = join(folder, 'library.xml');
  const catalogue = ['catalogue.jsonl.gz', 'catalogue.jsonl'].map((name) => join(folder, name)).find(existsSync);
  const truthFile = join(folder, 'truth.jsonl');
  for (const file of [library, truthFile]) if (!existsSync(file)) throw new Error(`${file} is missing.`);
  if (catalogue === undefined) throw new Error(`${folder} holds no catalogue.jsonl or catalogue.jsonl.gz.`);
  const truth = new Map(
    readFileSync(truthFile, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => toTruth(JSON.parse(line)))
      .map((one) => [one.trackId, one]),
  );
  return { library, catalogue, truth };
}

/**
 * @param {Record<string, any>} row
 * @returns {Truth}
 */
function toTruth(row) {
  return {
    trackId: String(row.corpus_id ?? row.track_id),
    verdict: row.verdict,
    expect: new Set(row.expect),
    owner: String(row.source ?? 'sample').replace(/[_.].*$/, ''),
  };
}
