/** Minor or major. */
export type KeyMode = 'minor' | 'major';

/**
 * A musical key as its place on the Camelot wheel, which is the only form in which two spellings of one key
 * ("A# Minor", "Bbm", "3A", "8m") are the same value.
 */
export interface MusicalKey {
  /** 1–12, clockwise on the Camelot wheel. */
  readonly wheel: number;
  readonly mode: KeyMode;
}

/** Semitones above C for each letter. */
const LETTERS: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Semitones up or down for each accidental; the unicode signs stand on the store's older pages. */
const ACCIDENTALS: Readonly<Record<string, number>> = { '': 0, '#': 1, '♯': 1, b: -1, '♭': -1 };

const WHEEL = /^0?(1[0-2]|[1-9])\s*([ab])$/i;
const OPEN_KEY = /^0?(1[0-2]|[1-9])\s*([md])$/i;
const NAMED = /^([A-G])\s*([#♯b♭]?)\s*(m|min|minor|maj|major)?$/i;

/**
 * Reads a key in any of the notations found in libraries and stores: Camelot "8A", Open Key "1m" and "12d",
 * classic "F#m", "Db" and "Amin", store names "A# Minor" and "E♭ min".
 *
 * @returns undefined for anything else; an empty text included.
 */
export function parseKey(text: string): MusicalKey | undefined {
  const trimmed = text.trim();
  const wheel = WHEEL.exec(trimmed);
  if (wheel) return { wheel: Number(wheel[1]), mode: wheel[2]?.toLowerCase() === 'a' ? 'minor' : 'major' };
  const open = OPEN_KEY.exec(trimmed);
  if (open) {
    return { wheel: ((Number(open[1]) + 6) % 12) + 1, mode: open[2]?.toLowerCase() === 'm' ? 'minor' : 'major' };
  }
  const named = NAMED.exec(trimmed);
  if (!named) return undefined;
  const letter = LETTERS[(named[1] ?? '').toUpperCase()];
  const accidental = ACCIDENTALS[(named[2] ?? '').toLowerCase()];
  if (letter === undefined || accidental === undefined) return undefined;
  // "M" alone is major in no notation seen, yet "m" is always minor: only the short form is case-sensitive.
  const mode: KeyMode = named[3] === 'm' || /^min/i.test(named[3] ?? '') ? 'minor' : 'major';
  return keyFromPitch(letter + accidental, mode);
}

/** The key as Camelot: "3A". */
export function camelot(key: MusicalKey): string {
  return `${key.wheel}${key.mode === 'minor' ? 'A' : 'B'}`;
}

/**
 * How far two keys are from each other on the wheel: 0 the same, 1 for a neighbour of the same mode or the
 * relative major or minor, more for the rest (at most 7).
 */
export function keyDistance(a: MusicalKey, b: MusicalKey): number {
  const around = Math.abs(a.wheel - b.wheel);
  return Math.min(around, 12 - around) + (a.mode === b.mode ? 0 : 1);
}

/** A fifth up is one step clockwise; A minor and C major stand at 8. */
function keyFromPitch(pitch: number, mode: KeyMode): MusicalKey {
  const tonicOfEight = mode === 'minor' ? 9 : 0;
  const fifths = ((((pitch - tonicOfEight) * 7) % 12) + 12) % 12;
  return { wheel: ((8 + fifths - 1) % 12) + 1, mode };
}
