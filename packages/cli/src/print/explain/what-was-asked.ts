import { clock, describeVersion, type ExplainedTrack, type QueryAudit, type Reading } from '@cuepoint/engine';
import type { Colors } from '../../terminal/terminal.js';
import { plural } from '../words.js';
import { withGuests } from './aspects.js';
import { signed } from './figures.js';
import { type Cell, GAP, grid } from './grid.js';
import { INDENT, indented, named, VALUE_LEAST } from './named-lines.js';

/** The tags as they stand, those that are set. */
export function tagLines({ result: { track } }: ExplainedTrack, width: number, colors: Colors): readonly string[] {
  const tags: readonly (readonly [name: string, value: string])[] = [
    ['Title', track.name],
    ['Artist', track.artist],
    ['Remixer', track.remixer],
    ['Mix', track.mix],
    ['Album', track.album],
    ['Label', track.label],
    ['Genre', track.genre],
    ['Year', String(track.year ?? '')],
    ['Key', track.tonality],
    ['Tempo', String(track.bpm ?? '')],
    ['Length', track.durationSeconds === undefined ? '' : clock(track.durationSeconds)],
    ['Comment', track.comments],
    ['File', track.path ?? ''],
  ];
  const isSet = ([, value]: readonly [string, string]): boolean => value.trim() !== '';
  const unset = tags.filter((tag) => !isSet(tag)).map(([name]) => name.toLowerCase());
  return named(
    [
      ...tags
        .filter(isSet)
        .map(([name, value]): readonly [Cell, Cell] => [{ text: name, color: colors.dim }, { text: value }]),
      ...(unset.length === 0
        ? []
        : [
            [
              { text: 'Not set', color: colors.dim },
              { text: unset.join(', '), color: colors.dim },
            ] as const,
          ]),
    ],
    width,
  );
}

/** The slots of the reading that fits best, and below it, dimmed, every other way to read the tags. */
export function readingLines(explained: ExplainedTrack, width: number, colors: Colors): readonly string[] {
  const { readings, identifiers } = explained;
  const best = explained.recordings[0]?.members[0].comparison.reading ?? readings[0];
  if (best === undefined) return [];
  const { trackId, isrc } = identifiers;
  const slots: readonly (readonly [name: string, value: string])[] = [
    ['Work', best.fullWork],
    ['Artists', best.artists.join(', ')],
    ['Featured', best.featured.join(', ')],
    ['Version', describeVersion(best.version)],
    ['Remixer', [...best.version.credit].join(' ')],
    ...(trackId === undefined ? [] : [['Number', `track ${trackId} of the store`] as const]),
    ...(isrc === undefined ? [] : [['ISRC', isrc] as const]),
    ['From', sourceWords(best)],
  ];
  const others = readings.filter((reading) => reading !== best);
  return [
    ...named(
      slots.map(([name, value]) => [
        { text: name, color: colors.dim },
        value === '' ? { text: '–', color: colors.dim } : { text: value },
      ]),
      width,
    ),
    ...(others.length === 0 ? [] : ['', `${' '.repeat(INDENT)}${colors.dim('It could also be read as')}`]),
    ...named(
      others.map((reading) => [
        { text: signed(-reading.penalty), color: colors.dim },
        { text: readingWords(reading), color: colors.dim },
      ]),
      width,
    ),
  ];
}

/** The questions in their order, what each one brought, and why there were no more. */
export function queryLines({ result, requests }: ExplainedTrack, width: number, colors: Colors): readonly string[] {
  const found = (query: QueryAudit): string => `${query.found} found, ${query.cumulative} known`;
  const counts = Math.max(0, ...result.queries.map((query) => found(query).length));
  const text = Math.max(VALUE_LEAST, Math.min(QUERY_MOST, width - INDENT - NUMBER_WIDTH - GAP - counts - GAP));
  const rows = result.queries.map((query): readonly Cell[] => [
    { text: String(query.index + 1), color: colors.dim },
    { text: `${query.text} (${QUERY_WORDS[query.type]})` },
    { text: found(query), color: colors.dim },
  ]);
  const end = result.earlyExit ? 'The answer was certain: nothing more was asked.' : 'Nothing more was worth asking.';
  const answered = result.status !== 'blocked' && result.status !== 'failed';
  return [
    ...(rows.length === 0 ? [] : indented(grid(rows, [NUMBER_WIDTH, text, counts]))),
    `${' '.repeat(INDENT)}${colors.dim(`${plural(requests, 'request')}.${answered ? ` ${end}` : ''}`)}`,
  ];
}

const NUMBER_WIDTH = 1;
/** A count far from its query is hard to find. */
const QUERY_MOST = 80;

const QUERY_WORDS: Readonly<Record<QueryAudit['type'], string>> = {
  identifier: 'its number',
  isrc: 'its ISRC',
  priority: 'artists and title',
  remix: 'artists, title and remix',
  title_only: 'title alone',
  artist_only: 'artists alone',
  file_name: 'from the file name',
};

function readingWords(reading: Reading): string {
  const by = withGuests(reading.artists, reading.featured);
  const credit = [...reading.version.credit].join(' ');
  const version = `${describeVersion(reading.version)}${credit === '' ? '' : ` (${credit})`}`;
  return `${by === '' ? '(nobody)' : by} – ${reading.fullWork} · ${version} · from ${sourceWords(reading)}`;
}

function sourceWords({ source }: Reading): string {
  return {
    tags: 'the tags as they are',
    name: 'the title alone: artist before the dash',
    'name swapped': 'the title alone: artist behind the dash',
    'name without its middle': 'the title alone, without its middle part',
    'file name': 'the file name',
  }[source];
}
