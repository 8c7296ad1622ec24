import type { StoreTrack } from '../catalogue/catalogue-row.js';
import { foldText } from '../text/words.js';

/**
 * Whether a track passes the filters of the track list. Texts are found anywhere, in any case, and several may be given
 * with commas between them; a filter that the list does not know, `q` among them, is ignored, as on the site.
 */
export function matchesFilters(track: StoreTrack, params: URLSearchParams): boolean {
  return Object.entries(filters).every(([name, test]) => {
    const value = params.get(name);
    if (value === null || value === '') return true;
    return value.split(',').some((one) => test(track, one));
  });
}

/** What is wrong with the filters that take a number, in the API's own form; undefined when nothing is. */
export function wrongNumbers(params: URLSearchParams): Readonly<Record<string, readonly string[]>> | undefined {
  const id = params.get('id');
  return id === null || id.split(',').every((one) => /^\d+$/.test(one)) ? undefined : { id: ['Enter a number.'] };
}

const filters: Readonly<Record<string, (track: StoreTrack, value: string) => boolean>> = {
  id: (track, value) => track.id === Number(value),
  name: (track, value) => holds(track.name, value),
  mix_name: (track, value) => holds(track.mixName, value),
  artist_name: (track, value) => track.artists.some((name) => holds(name, value)),
  label_name: (track, value) => holds(track.label, value),
  key_name: (track, value) => track.key !== null && foldText(track.key.name) === foldText(value),
  bpm: (track, value) => track.bpm !== null && isWithin(track.bpm, value),
};

function holds(text: string, part: string): boolean {
  return foldText(text).includes(foldText(part).trim());
}

/** A number against "128" or against a range, open at either end: "120:128", ":128", "120:". */
function isWithin(number: number, range: string): boolean {
  const [from = '', to] = range.split(':');
  if (to === undefined) return number === Number(from);
  return (from === '' || number >= Number(from)) && (to === '' || number <= Number(to));
}
