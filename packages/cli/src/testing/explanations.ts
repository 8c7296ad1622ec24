import {
  type CatalogTrack,
  type Compared,
  type Evidence,
  type ExplainedTrack,
  type Reading,
  type Recording,
  WEIGHTS,
} from '@cuepoint/engine';
import { aCandidate, aResult } from './results.js';

type Version = Reading['version'];

/** Of the weights, the printers read this one. */
const PRIOR = -7.5;

/** A track of which a dub is wanted, and the original and a remix are sold. All figures are invented. */
export function anExplanation(given: Partial<ExplainedTrack> = {}): ExplainedTrack {
  const reading = aReading({
    source: 'tags',
    title: 'Slow Tide',
    artists: ['Ada Lindqvist'],
    version: aVersion('dub'),
  });
  const other = aReading({
    source: 'file name',
    title: 'Tide',
    artists: ['Slow'],
    featured: ['Ó. Bø'],
    version: aVersion('remix', ['lee']),
    penalty: 0.5,
  });
  const original = compared(
    {
      id: 9001,
      name: 'Slow Tide',
      mixName: 'Original Mix',
      bpm: 122,
      lengthMs: 391_000,
      label: 'Quay',
      genres: ['House'],
    },
    reading,
    [
      evidence('title', 'agree', 5),
      evidence('artists', 'agree', 4.5),
      evidence('version', 'disagree', -7),
      evidence('length', 'disagree', -1.5),
      evidence('bpm', 'agree', 1),
      evidence('key', 'unknown', -0.3),
    ],
    aVersion(),
  );
  const again = compared({ id: 9107, name: 'Slow Tide', mixName: 'Original Mix' }, reading, [], aVersion());
  const remix = compared(
    { id: 9002, name: 'Slow Tide', mixName: 'Bo Lee Remix', remixers: [{ name: 'Bo Lee' }] },
    other,
    [evidence('title', 'agree', 5), evidence('remixer', 'disagree', -5), evidence('mood', 'agree', 0.04)],
    aVersion('remix', ['bo', 'lee']),
  );
  const sibling = { ...aCandidate(original.track), matchScore: 0.5 };
  const recordings: readonly Recording[] = [
    { members: [original, again], logOdds: original.comparison.logOdds + 0.2 },
    { members: [remix], logOdds: remix.comparison.logOdds },
  ];
  return {
    result: aResult(
      {
        trackId: '3',
        name: 'Slow Tide (Dub)',
        artist: 'Ada Lindqvist',
        tonality: 'Am',
        bpm: 122,
        durationSeconds: 333,
        path: 'C:/Music/c.mp3',
      },
      {
        playlist: 'Collection',
        matchScore: 0.5,
        reason: 'Only another version is sold: other version (dub against original).',
        candidates: [sibling],
        sibling,
        queries: [
          { index: 0, text: 'Ada Lindqvist Slow Tide dub', type: 'priority', found: 12, cumulative: 12 },
          { index: 1, text: 'Slow Tide dub', type: 'title_only', found: 4, cumulative: 15 },
        ],
      },
    ),
    readings: [reading, other],
    identifiers: {},
    recordings,
    scores: [0.5, 0],
    weights: { ...WEIGHTS, prior: PRIOR },
    library: 'collection.xml',
    noneScore: 99.5,
    requests: 2,
    ...given,
  };
}

function aReading(given: Pick<Reading, 'source' | 'title' | 'artists' | 'version'> & Partial<Reading>): Reading {
  const work = given.title.toLowerCase();
  return { penalty: 0, work, fullWork: work, featured: [], artistWords: [], credits: new Set(), ...given };
}

function aVersion(flavour?: 'dub' | 'remix', credit: readonly string[] = []): Version {
  const flavours = new Set(flavour === undefined ? [] : [flavour]);
  return { flavours, length: flavour === undefined ? 'original' : 'unstated', credit: new Set(credit), stated: true };
}

function evidence(name: string, verdict: Evidence['verdict'], weight: number): Evidence {
  return { name, verdict, weight, detail: `${name} of either` };
}

function compared(
  track: Partial<Omit<CatalogTrack, 'id'>> & { readonly id: number },
  reading: Reading,
  found: readonly Evidence[],
  version: Version,
): Compared {
  return {
    track: {
      ...aCandidate({ releaseDate: '2021-03-05', ...track, id: track.id as CatalogTrack['id'] }).track,
      url: `https://example.org/track/${track.id}`,
    },
    slots: {
      work: 'slow tide',
      fullWork: 'slow tide',
      artists: ['Ada Lindqvist'],
      featured: [],
      version,
      artistWords: [],
      credits: new Set(),
    },
    comparison: {
      reading,
      evidence: found,
      findings: [],
      logOdds: found.reduce((sum, one) => sum + one.weight, PRIOR - reading.penalty),
      sameWork: true,
    },
  };
}
