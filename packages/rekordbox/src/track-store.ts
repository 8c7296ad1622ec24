import type { RekordboxTrack } from './library.js';

/** Different for nearly every track, so that a table of known texts would only grow. */
const UNIQUE_ATTRIBUTES: ReadonlySet<string> = new Set(['TrackID', 'Name', 'Location', 'Size']);

/**
 * Turns the attributes of a tag into a track that costs little to keep: names are shared by all tracks that have the
 * same ones, and values that repeat (artist, label, key, …) are held once.
 */
export class TrackStore {
  readonly #texts = new Map<string, string>();
  readonly #shapes = new Map<string, readonly string[]>();

  /** @param attributes Of one `TRACK`, as the parser hands them out. */
  track(trackId: string, attributes: Readonly<Record<string, string>>): RekordboxTrack {
    const names = this.#shape(Object.keys(attributes));
    const values = names.map((name) => {
      const value = attributes[name] ?? '';
      return UNIQUE_ATTRIBUTES.has(name) ? ownText(value) : this.#shared(value);
    });
    return new CompactTrack(ownText(trackId), names, values);
  }

  #shape(names: readonly string[]): readonly string[] {
    const key = names.join(' ');
    const known = this.#shapes.get(key);
    if (known) return known;
    const own = names.map((name) => this.#shared(name));
    this.#shapes.set(ownText(key), own);
    return own;
  }

  #shared(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    this.#texts.set(own, own);
    return own;
  }
}

/**
 * A copy that owns its characters.
 *
 * What a parser cuts out of a chunk of text is a view that keeps the whole chunk in memory; one such text from every
 * chunk would keep the whole file. Views are never shorter than 13 characters in V8, so short ones need no copy.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

class CompactTrack implements RekordboxTrack {
  readonly trackId: string;
  readonly #names: readonly string[];
  readonly #values: readonly string[];

  constructor(trackId: string, names: readonly string[], values: readonly string[]) {
    this.trackId = trackId;
    this.#names = names;
    this.#values = values;
  }

  attribute(name: string): string | undefined {
    const index = this.#names.indexOf(name);
    return index === -1 ? undefined : this.#values[index];
  }

  *attributes(): IterableIterator<readonly [name: string, value: string]> {
    for (const [index, name] of this.#names.entries()) yield [name, this.#values[index] ?? ''];
  }
}
