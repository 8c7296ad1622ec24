import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogTrack, type StoreFields } from '../../test/tracks.js';
import { versionText } from '../../test/version-text.js';
import cases from './cases/store-titles.json' with { type: 'json' };
import { catalogSlots } from './catalog-slots.js';

interface StoreCase {
  readonly case: string;
  readonly name: string;
  readonly mixName?: string;
  readonly artists: readonly string[];
  readonly remixers?: readonly string[];
  readonly want: {
    readonly work: string;
    /** Left out where it is the work. */
    readonly fullWork?: string;
    readonly artists: readonly string[];
    readonly featured?: readonly string[];
    readonly version?: string;
    /** Not compared where it is left out. */
    readonly credits?: readonly string[];
  };
}

const CASES: readonly StoreCase[] = cases;

describe('catalogSlots', () => {
  it.each(CASES)('$case: $name ($mixName)', ({ case: _case, want, ...fields }) => {
    const slots = catalogSlots(catalogTrack(fields));
    expect({
      work: slots.work,
      fullWork: slots.fullWork,
      artists: slots.artists,
      featured: slots.featured,
      version: versionText(slots.version),
    }).toEqual({
      work: want.work,
      fullWork: want.fullWork ?? want.work,
      artists: want.artists,
      featured: want.featured ?? [],
      version: want.version ?? 'none',
    });
    if (want.credits !== undefined) expect([...slots.credits]).toEqual(want.credits);
  });

  it('never throws, and keeps a work for a name that holds a letter', () => {
    const text = fc.string({ unit: 'grapheme' });
    const track: fc.Arbitrary<StoreFields> = fc.record(
      { name: text, mixName: text, artists: fc.array(text), remixers: fc.array(text) },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(track, (fields) => {
        const slots = catalogSlots(catalogTrack(fields));
        if (/\p{L}/u.test((fields.name ?? '').replaceAll('&', ''))) expect(slots.work).not.toBe('');
        expect(slots.fullWork === '').toBe(slots.work === '');
      }),
    );
  });
});
