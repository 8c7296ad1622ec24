import { type CatalogTrack, type CatalogTrackId, type Credit, parseKey } from '@cuepoint/core';
import { createPageUrls } from '../urls/page-urls.js';
import { slugify } from '../urls/slugify.js';

/** What every generation of rows is read into, before it becomes a `CatalogTrack`. Undefined is unknown. */
export interface TrackFields {
  readonly id: CatalogTrackId;
  /** The store's own slug; only the API shape has it. */
  readonly slug?: string | undefined;
  readonly name: string;
  readonly mixName?: string | undefined;
  readonly artists: readonly Credit[];
  readonly remixers: readonly Credit[];
  /**
   * Name of the key, or its place on the Camelot wheel when the row has no name. Never its number: the table of
   * numbers has twins ("A# Minor" beside "Bb Minor") and keeps growing.
   */
  readonly key?: string | undefined;
  readonly bpm?: number | undefined;
  readonly lengthMs?: number | undefined;
  readonly label?: string | undefined;
  readonly genres: readonly string[];
  readonly subGenre?: string | undefined;
  readonly releaseId?: number | undefined;
  readonly releaseName?: string | undefined;
  readonly releaseDate?: string | undefined;
  readonly isrc?: string | undefined;
  readonly catalogNumber?: string | undefined;
}

/**
 * The track that the rest of CuePoint works with.
 *
 * @param baseUrl Origin its link leads to.
 */
export function toCatalogTrack(fields: TrackFields, baseUrl: string): CatalogTrack {
  const { id, slug, name, artists, remixers, key, genres, ...optional } = fields;
  const musicalKey = key === undefined ? undefined : parseKey(key);
  return {
    id,
    url: createPageUrls(baseUrl).track(id, slug ?? slugify(name)),
    name,
    artists: inOneOrder(artists),
    remixers: inOneOrder(remixers),
    genres: [...new Set(genres)],
    ...(key === undefined ? {} : { keyName: key }),
    ...(musicalKey === undefined ? {} : { key: musicalKey }),
    ...present(optional),
  };
}

/**
 * Each person once, by ascending number: the order of the API and of track pages. A search page sorts the numbers as
 * texts, which would give one track two descriptions. Those without a number keep their places behind the others. The
 * same person may still be an artist and a remixer.
 */
function inOneOrder(credits: readonly Credit[]): readonly Credit[] {
  const seen = new Set<string | number>();
  const distinct = credits.filter((credit) => {
    const who = credit.id ?? credit.name.toLowerCase();
    return seen.has(who) ? false : seen.add(who);
  });
  const last = Number.MAX_SAFE_INTEGER;
  return distinct.sort((one, other) => (one.id ?? last) - (other.id ?? last));
}

/** The members that have a value: a track says nothing of what the store does not say. */
function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
