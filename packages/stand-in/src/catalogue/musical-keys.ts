/** A musical key as the site numbers and names it. */
export interface StoreKey {
  /** The site's number: 1–12 minor, 13–24 major, both in Camelot order; 25–34 the other spellings of some of them. */
  readonly id: number;
  /** "A# Minor". */
  readonly name: string;
  /** "A#". */
  readonly letter: string;
  readonly mode: 'Minor' | 'Major';
  /** 1–12, the hour on the Camelot wheel. */
  readonly camelotNumber: number;
  /** A for minor, B for major. */
  readonly camelotLetter: 'A' | 'B';
}

/** Every key that the site sells tracks in, by its name there. */
export function storeKeys(): ReadonlyMap<string, StoreKey> {
  const keys = new Map<string, StoreKey>();
  const add = (id: number, letter: string, mode: StoreKey['mode'], camelotNumber: number): void => {
    const name = `${letter} ${mode}`;
    keys.set(name, { id, name, letter, mode, camelotNumber, camelotLetter: mode === 'Minor' ? 'A' : 'B' });
  };
  minors.forEach((letter, hour) => {
    add(hour + 1, letter, 'Minor', hour + 1);
  });
  majors.forEach((letter, hour) => {
    add(hour + 13, letter, 'Major', hour + 1);
  });
  // The site kept a second number for keys that it once spelled the other way, and still serves both.
  otherSpellings.forEach(([letter, twin], pair) => {
    add(25 + pair * 2, letter, 'Major', majors.indexOf(twin) + 1);
    add(26 + pair * 2, letter, 'Minor', minors.indexOf(twin) + 1);
  });
  return keys;
}

const minors = ['Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E', 'B', 'F#', 'Db'];
const majors = ['B', 'F#', 'Db', 'Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E'];
const otherSpellings: readonly (readonly [letter: string, twin: string])[] = [
  ['A#', 'Bb'],
  ['C#', 'Db'],
  ['D#', 'Eb'],
  ['G#', 'Ab'],
  ['Gb', 'F#'],
];
