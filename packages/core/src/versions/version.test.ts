import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionText } from '../../test/version-text.js';
import cases from '../slots/cases/versions.json' with { type: 'json' };
import { mergeVersions, parseVersion, UNSTATED, versionKey, withCredit } from './version.js';

const version = (text: string) => parseVersion(text) ?? UNSTATED;
const merged = (...texts: readonly string[]) => versionText(texts.map(version).reduce(mergeVersions));

describe('parseVersion', () => {
  it.each(cases)('reads $text as $want', ({ text, want }) => {
    expect(versionText(version(text))).toBe(want);
    expect(parseVersion(text) === undefined).toBe(want === 'none');
  });

  it('reads the same whatever the case, and states what it gives', () => {
    for (const { text } of cases) {
      expect(versionText(version(text.toUpperCase()))).toBe(versionText(version(text)));
      expect(parseVersion(text)?.stated ?? true).toBe(true);
    }
  });

  it('never throws, and credits only folded words', () => {
    const words = fc.constantFrom('Ossa', 'Mix', 'Remix', 'Live', 'the', 'Extended', '12"', 'Re-Edit', '2009', 'ß');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          for (const word of parseVersion(text)?.credit ?? []) expect(word).toBe(word.trim().toLowerCase());
        },
      ),
    );
  });
});

describe('mergeVersions', () => {
  it.each([
    [['Ossa Remix', 'Extended Mix'], 'remix, extended, by ossa'],
    [['Extended Mix', 'Ossa Remix'], 'remix, extended, by ossa'],
    [['Original Mix', 'Radio Edit'], 'short'],
    [['Radio Edit', 'Original Mix'], 'short'],
    [['Dub', 'Original Mix'], 'dub, original'],
    [['Ossa Edit', 'Volmer VIP'], 'edit+vip, by ossa volmer'],
    [['nothing named', 'Dub'], 'dub'],
    [['Dub', 'nothing named'], 'dub'],
    [['nothing named', 'nor here'], 'none'],
  ])('takes %j together as %s', (texts, want) => {
    expect(merged(...texts)).toBe(want);
  });

  it('does not change what it is given', () => {
    const dub = version('Ossa Dub');
    mergeVersions(dub, version('Volmer Remix'));
    withCredit(dub, ['Volmer'], 'remix');
    expect(versionText(dub)).toBe('dub, by ossa');
  });
});

describe('withCredit', () => {
  it.each([
    ['Extended Mix', 'remix, extended, by ossa trint'],
    ['Dub Mix', 'dub, by ossa trint'],
    ['Ossa Remix', 'remix, by ossa trint'],
    ['nothing named', 'remix, by ossa trint'],
  ])('credits %s to a remixer', (text, want) => {
    expect(versionText(withCredit(version(text), ['Ossa Trint'], 'remix'))).toBe(want);
  });

  it('adds names without saying what they did', () => {
    expect(versionText(withCredit(version('Dub'), ['The Ossa', 'Volmer']))).toBe('dub, by ossa volmer');
  });
});

describe('versionKey', () => {
  it.each([
    ['Ossa Trint Extended Remix', 'Extended Trint Ossa RMX'],
    ['nothing named', 'Original Mix'],
    ['2009 Remaster', 'Remastered'],
    ['Ossa Dub Remix', 'Remix Dub by Ossa'],
  ])('is one for %s and %s', (a, b) => {
    expect(versionKey(version(a))).toBe(versionKey(version(b)));
  });

  it('tells versions apart', () => {
    const texts = [
      'Original Mix',
      'Extended Mix',
      'Radio Edit',
      'Dub',
      'Ossa Remix',
      'Ossa Dub',
      'Volmer Remix',
      'VIP',
    ];
    expect(new Set(texts.map((text) => versionKey(version(text)))).size).toBe(texts.length);
    expect(versionKey(version('Ossa Trint Extended Remix'))).toBe('remix|extended|ossa trint');
  });
});
