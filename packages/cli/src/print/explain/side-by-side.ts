import type { Compared, Evidence, ExplainedTrack, Reading, Recording } from '@cuepoint/engine';
import type { Colors } from '../../terminal/terminal.js';
import { candidateWords, STATUS_COLORS } from '../track-words.js';
import { plural } from '../words.js';
import { ASPECTS } from './aspects.js';
import { bar, FIGURE_WIDTH, figure, percent, signed, verdictCell } from './figures.js';
import { type Cell, GAP, grid } from './grid.js';

/** Candidates shown: at least two, or there is nothing to compare; more where there is room. */
const CANDIDATES = { least: 2, most: 4 } as const;
/** Columns of the names of rows: "Artists", "Remixer". */
const NAME_WIDTH = 7;
/** Columns of one side's values. */
const VALUE = { least: 8, good: 16, most: 40 } as const;

/** A candidate in the comparison. */
interface Side {
  readonly nth: number;
  readonly recording: Recording;
  readonly shown: Compared;
  readonly score: number;
}

/** The library's track beside the best candidates: every piece of evidence, its weight, and what they add up to. */
export function sideBySide(explained: ExplainedTrack, width: number, colors: Colors): readonly string[] {
  const { recordings, scores } = explained;
  const sides = recordings.slice(0, fittingIn(width)).map((recording, at): Side => {
    return { nth: at + 1, recording, shown: recording.members[0], score: scores[at] ?? 0 };
  });
  const [best] = sides;
  if (best === undefined) return [];
  const widths = columnWidths(width, sides.length);
  const valueWidth = widths[2] ?? VALUE.least;
  const { reading } = best.shown.comparison;
  const rule = colors.dim('─'.repeat(widths.reduce((sum, one) => sum + one + GAP, -GAP)));
  return [
    ...grid([headRow(explained, sides, colors)], widths),
    rule,
    ...grid([...evidenceRows(explained, reading, sides, colors), ...otherRows(sides, colors)], widths),
    rule,
    ...grid(sumRows(explained, reading, sides, valueWidth, colors), widths),
    '',
    ...restLines(explained, sides, colors),
  ];
}

/** How many candidates there is room for. */
function fittingIn(width: number): number {
  const room = width - NAME_WIDTH - GAP - VALUE.good;
  const each = GAP + VALUE.good + GAP + FIGURE_WIDTH;
  return Math.min(CANDIDATES.most, Math.max(CANDIDATES.least, Math.floor(room / each)));
}

/** Name, the library's value, then a value and a figure for each candidate. */
function columnWidths(width: number, sides: number): readonly number[] {
  const room = width - NAME_WIDTH - GAP - sides * (GAP + GAP + FIGURE_WIDTH);
  const value = Math.max(VALUE.least, Math.min(VALUE.most, Math.floor(room / (sides + 1))));
  const own = Math.max(VALUE.least, Math.min(VALUE.most, room - sides * value));
  return [NAME_WIDTH, own, ...Array.from({ length: sides }, () => [value, FIGURE_WIDTH]).flat()];
}

function headRow({ result }: ExplainedTrack, sides: readonly Side[], colors: Colors): readonly Cell[] {
  const chosen = (text: string): string => colors.bold(colors[STATUS_COLORS[result.status]](text));
  return [
    { text: '' },
    { text: 'Your track', color: colors.bold },
    ...sides.map(({ nth, shown }): Cell => {
      const color = nth === 1 && result.status !== 'unmatched' ? chosen : colors.bold;
      return { text: `${nth} ${candidateWords(shown)}`, color, span: 2 };
    }),
  ];
}

function evidenceRows(
  { result, identifiers }: ExplainedTrack,
  reading: Reading,
  sides: readonly Side[],
  colors: Colors,
): readonly (readonly Cell[])[] {
  return ASPECTS.flatMap(({ evidence: name, title, mine, theirs }) => {
    const own = mine(result.track, reading, identifiers);
    const found = sides.map(({ shown }) => ({ value: theirs(shown), evidence: evidenceOf(shown, name) }));
    // What nobody says is no row; a store number that the library does not hold is none either.
    if (
      found.every(({ evidence }) => evidence === undefined) &&
      (own === '' || found.every(({ value }) => value === ''))
    )
      return [];
    return [
      [
        { text: title, color: colors.dim },
        said(own, colors),
        ...found.flatMap(({ value, evidence }) => [said(value, colors), verdictCell(evidence, colors)]),
      ],
    ];
  });
}

/** Evidence of a kind that has no row of its own. */
function otherRows(sides: readonly Side[], colors: Colors): readonly (readonly Cell[])[] {
  const known = new Set(ASPECTS.map(({ evidence }) => evidence));
  const names = new Set(sides.flatMap(({ shown }) => shown.comparison.evidence.map(({ name }) => name)));
  return [...names]
    .filter((name) => !known.has(name))
    .map((name) => [
      { text: name, color: colors.dim },
      { text: '' },
      ...sides.flatMap(({ shown }) => {
        const evidence = evidenceOf(shown, name);
        return [said(evidence?.detail ?? '', colors), verdictCell(evidence, colors)];
      }),
    ]);
}

function sumRows(
  { weights }: ExplainedTrack,
  reading: Reading,
  sides: readonly Side[],
  valueWidth: number,
  colors: Colors,
): readonly (readonly Cell[])[] {
  const row = (name: string, mine: string, cells: (side: Side) => readonly [Cell, Cell]): readonly Cell[] => [
    { text: name, color: colors.dim },
    { text: mine, color: colors.dim },
    ...sides.flatMap(cells),
  ];
  const rows = [row('Prior', 'before any look', () => [{ text: '' }, { text: figure(signed(weights.prior)) }])];
  const readings = sides.map(({ shown }) => shown.comparison.reading);
  if (readings.some((one) => one.penalty !== 0 || one !== reading)) {
    rows.push(
      row('Reading', '', ({ shown }) => {
        const { source, penalty } = shown.comparison.reading;
        return [{ text: source }, { text: figure(signed(-penalty)) }];
      }),
    );
  }
  rows.push(
    row('Sum', 'log-odds', ({ shown }) => [
      { text: '' },
      { text: figure(signed(shown.comparison.logOdds)), color: colors.bold },
    ]),
  );
  // The release to hand back need not be the one that fits best: the recording has the best of its releases.
  if (sides.some(({ recording, shown }) => recording.logOdds > shown.comparison.logOdds)) {
    rows.push(row('', 'best release', ({ recording }) => [{ text: '' }, { text: figure(signed(recording.logOdds)) }]));
  }
  rows.push(
    row('Score', 'probability', ({ score }) => [
      { text: bar(score, valueWidth), color: colors.cyan },
      { text: figure(percent(score)), color: colors.bold },
    ]),
  );
  if (sides.some(({ recording }) => recording.members.length > 1)) {
    rows.push(
      row('Also as', 'other ids', ({ recording }) => {
        const ids = recording.members.slice(1).map(({ track }) => track.id);
        return [{ text: ids.sort((a, b) => a - b).join(', ') }, { text: '' }];
      }),
    );
  }
  return rows;
}

/** What the columns have no room for: the rest, none of them, and the links. */
function restLines(
  { noneScore, recordings, scores }: ExplainedTrack,
  sides: readonly Side[],
  colors: Colors,
): readonly string[] {
  const hidden = scores.slice(sides.length).reduce((sum, score) => sum + score, 0);
  const more = recordings.length - sides.length;
  return [
    `None of them: ${colors.bold(percent(noneScore))}${colors.dim(', whose log-odds are 0 by definition')}`,
    ...(more === 0 ? [] : [colors.dim(`${plural(more, 'more recording')}, together: ${percent(hidden)}`)]),
    ...sides.map(({ nth, shown }) => colors.dim(`${nth} ${shown.track.url}`)),
  ];
}

function evidenceOf({ comparison }: Compared, name: string): Evidence | undefined {
  return comparison.evidence.find((one) => one.name === name);
}

function said(text: string, colors: Colors): Cell {
  return text.trim() === '' ? { text: '–', color: colors.dim } : { text };
}
