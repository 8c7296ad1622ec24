import { between } from '../text/hash.js';

/**
 * About 40 kB of interface texts, as every page of the site carries them. The words mean nothing; what matters to a
 * parser is that they are there, and hold markup and quotes.
 */
export function interfaceTexts(): object {
  const sections = range(26).map((section): readonly [name: string, texts: object] => [
    titleCase(phrase(`section:${section}`, 2)).replaceAll(' ', ''),
    Object.fromEntries(
      range(22).map((line) => [
        titleCase(phrase(`key:${section}:${line}`, 2)).replaceAll(' ', ''),
        interfaceText(`${section}:${line}`, line),
      ]),
    ),
  ]);
  return { translation: Object.fromEntries(sections) };
}

/** About 68 kB of style rules in the form that a styling library writes. */
export function styleRules(): string {
  return range(430)
    .map((rule) => {
      const name = className(`rule:${rule}`);
      const value = (what: string, high: number): number => between(`${what}:${rule}`, 0, high);
      return (
        `.${name}{display:flex;padding:${value('y', 24)}px ${value('x', 40)}px;gap:${value('gap', 16)}px;` +
        `font-size:${value('font', 20)}px;color:#${String(value('color', 999_999)).padStart(6, '0')};}/*!sc*/\n` +
        `data-styled.g${rule}[id="${titleCase(phrase(`style:${rule}`, 1))}-style__Wrapper-sc-${name}"]{content:"${name},"}/*!sc*/\n`
      );
    })
    .join('');
}

/** Meaningless words, the same for the same seed. */
export function phrase(seed: string, words: number): string {
  return range(words)
    .map((word) =>
      range(between(`length:${seed}:${word}`, 1, 3))
        .map((part) => syllables[between(`${seed}:${word}:${part}`, 0, syllables.length - 1)])
        .join(''),
    )
    .join(' ');
}

function interfaceText(seed: string, line: number): string {
  const text = titleCase(phrase(`text:${seed}`, between(`words:${seed}`, 2, 12)));
  if (line % 7 === 3) return `${text} <strong>{{count}}</strong> & ${phrase(`more:${seed}`, 2)}`;
  if (line % 7 === 5) return `${text} "${phrase(`quoted:${seed}`, 1)}"`;
  return text;
}

function className(seed: string): string {
  return range(6)
    .map((letter) => String.fromCharCode(97 + between(`${seed}:${letter}`, 0, 25)))
    .join('');
}

function titleCase(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}

const syllables = [
  'ba',
  'cor',
  'del',
  'fi',
  'gan',
  'ho',
  'jun',
  'ka',
  'lem',
  'mi',
  'nor',
  'pe',
  'ra',
  'sil',
  'to',
  'ves',
];
