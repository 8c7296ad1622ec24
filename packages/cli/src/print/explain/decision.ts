import type { Candidate, ExplainedTrack } from '@cuepoint/engine';
import type { Colors } from '../../terminal/terminal.js';
import { candidateWords, keyWords, STATUS_COLORS } from '../track-words.js';
import { percent } from './figures.js';
import type { Cell } from './grid.js';
import { named } from './named-lines.js';

/** What was decided, why, and what may be done with it. */
export function decisionLines({ result }: ExplainedTrack, width: number, colors: Colors): readonly string[] {
  const { status, confidence, candidates, match, sibling, reason } = result;
  const at = status === 'matched' || status === 'review' ? ' at' : ', the nearest at';
  const score = candidates.length === 0 ? '' : `${at} ${percent(result.matchScore)}`;
  const sure = confidence === null ? '' : `, confidence ${confidence}`;
  const color = (text: string): string => colors.bold(colors[STATUS_COLORS[status]](text));
  const rows: (readonly [name: string, value: Cell])[] = [
    ['Status', { text: `${status}${score}${sure}`, color }],
    ['Reason', { text: reason }],
  ];
  const [best] = candidates;
  if (match !== undefined) rows.push(...linked('Track', match), ['Gives', { text: listed(factsOf(match)) }]);
  else if (sibling !== undefined) rows.push(...linked('Sibling', sibling), ...borrowed(sibling, colors));
  else if (status === 'review' && best !== undefined) rows.push(...linked('Is it', best, '?'));
  return named(
    rows.map(([name, value]) => [{ text: name, color: colors.dim }, value]),
    width,
  );
}

function linked(name: string, candidate: Candidate, end = ''): readonly (readonly [string, Cell])[] {
  return [
    [name, { text: `${candidateWords(candidate)}${end}` }],
    ['Link', { text: candidate.track.url }],
  ];
}

/** Another version of the wanted work shares what belongs to the work and its release, and nothing of its sound. */
function borrowed(sibling: Candidate, colors: Colors): readonly (readonly [string, Cell])[] {
  const { label, genres, releaseDate } = sibling.track;
  const may = listed([
    ['label', label ?? ''],
    ['genre', genres.join(', ')],
    ['date', releaseDate ?? ''],
  ]);
  return [
    ['Borrow', { text: may === '' ? 'nothing: the store does not say' : may, color: colors.green }],
    ['Do not', { text: 'key, BPM and length: they are that version’s own', color: colors.red }],
  ];
}

type Fact = readonly [name: string, value: string];

function factsOf(candidate: Candidate): readonly Fact[] {
  const { bpm, label, genres, releaseName, releaseDate } = candidate.track;
  return [
    ['key', keyWords(candidate)],
    ['BPM', String(bpm ?? '')],
    ['label', label ?? ''],
    ['genre', genres.join(', ')],
    ['release', releaseName ?? ''],
    ['date', releaseDate ?? ''],
  ];
}

function listed(facts: readonly Fact[]): string {
  return facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
}
