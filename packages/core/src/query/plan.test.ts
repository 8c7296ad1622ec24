import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryTrack } from '../../test/tracks.js';
import { findIdentifiers } from '../evidence/identifiers.js';
import { readTrack } from '../slots/readings.js';
import { fold } from '../text/fold.js';
import type { LibraryTrack } from '../track/library-track.js';
import { planQueries } from './plan.js';

function plan(fields: Partial<LibraryTrack>) {
  const track = libraryTrack(fields);
  return planQueries({ track, readings: readTrack(track), identifiers: findIdentifiers(track) });
}

const shown = (fields: Partial<LibraryTrack>) => plan(fields).map(({ query }) => [query.type, query.text]);

describe('planQueries', () => {
  it('asks for artist and title first, then for the title', () => {
    expect(shown({ artist: 'Quillon', name: 'Moth Parade (Original Mix)' })).toEqual([
      ['priority', 'Quillon Moth Parade'],
      ['title_only', 'Moth Parade'],
    ]);
  });

  it('asks for the version with the remixer', () => {
    expect(shown({ artist: 'Quillon', name: 'Moth Parade (Ossa Trint Extended Remix)' })[0]).toEqual([
      'remix',
      'Quillon Moth Parade ossa trint remix extended',
    ]);
  });

  it('asks for artists as they are written', () => {
    expect(shown({ artist: 'Brandel & Loome, Ross', name: 'Moth Parade' })[0]?.[1]).toBe(
      'Brandel & Loome Ross Moth Parade',
    );
  });

  it('asks in Latin letters too where the tags are in another script', () => {
    expect(shown({ artist: 'Тихий Берег', name: 'Огни' })).toEqual([
      ['priority', 'Тихий Берег Огни'],
      ['title_only', 'Огни'],
      ['priority', 'tikhiy bereg ogni'],
    ]);
    expect(shown({ artist: 'Zoë Ødegaard', name: 'Été' })).toHaveLength(2);
  });

  it('names three artists at most', () => {
    expect(shown({ artist: 'A1, B2, C3, D4', name: 'Moth Parade' })[0]?.[1]).toBe('A1 B2 C3 Moth Parade');
  });

  it('asks by the other readings too', () => {
    expect(shown({ name: 'Moth Parade', path: '/m/Quillon - Moth Parade.mp3' })).toEqual([
      ['priority', 'Moth Parade'],
      ['file_name', 'Quillon Moth Parade'],
    ]);
    expect(shown({ artist: 'Northgate', name: 'Quillon - Moth Parade' })).toEqual([
      ['priority', 'Northgate Quillon - Moth Parade'],
      ['title_only', 'Quillon - Moth Parade'],
    ]);
  });

  it('asks for the identifiers first', () => {
    const planned = plan({
      ...{ artist: 'Quillon', name: 'Moth Parade', path: '/music/16000001_Moth.mp3', comments: 'QZABC1900042' },
    });
    expect(planned.map(({ kind, query }) => [kind, query.type, query.text])).toEqual([
      ['lookup', 'identifier', '16000001'],
      ['search', 'isrc', 'QZABC1900042'],
      ['search', 'priority', 'Quillon Moth Parade'],
      ['search', 'title_only', 'Moth Parade'],
    ]);
    expect(planned[0]).toMatchObject({ id: 16000001 });
  });

  it('asks nothing for a row that holds nothing', () => expect(plan({ artist: 'Quillon' })).toEqual([]));

  it('cuts a long title at a word', () => {
    const [text = ''] = shown({ name: 'Lanternlight '.repeat(20) }).map(([, query]) => query ?? '');
    expect(text).toBe('Lanternlight '.repeat(9).trim());
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom('Quillon', ' - ', '(Ossa Remix)', 'Moth', ' ', '[', '((', ')', '（', '&', ', ', '🔥'))
      .map((pieces) => pieces.join('')),
  );
  const row = fc.record({
    ...{ name: text, artist: text, mix: text, remixer: text, path: text },
    comments: fc.constantFrom('', 'QZABC1900042', 'beatport.com/track/x/99'),
  });

  it('is bounded, and begins with the identifiers', () => {
    fc.assert(
      fc.property(row, (fields) => {
        const planned = plan(fields);
        const byName = planned.map(({ query }) => query.type !== 'identifier' && query.type !== 'isrc');
        expect(byName.filter(Boolean).length).toBeLessThanOrEqual(3);
        expect(byName).toEqual([...byName].sort((a, b) => Number(a) - Number(b)));
        for (const { query } of planned) expect(query.text.length).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('holds no bracket and no half character, never asks nothing, nor the same words twice', () => {
    fc.assert(
      fc.property(row, (fields) => {
        const texts = plan(fields).map(({ query }) => query.text);
        for (const query of texts) {
          expect(query).not.toMatch(/[()[\]{}]|^$/);
          expect(() => encodeURIComponent(query)).not.toThrow();
        }
        // A name in another script and its Latin spelling are two questions to a store.
        const plain = (query: string) => (/(?!\p{Script=Latin})\p{L}/u.test(query) ? query : fold(query));
        const wordSets = texts.map((query) => [...new Set(plain(query).split(' '))].sort().join(' '));
        expect(new Set(wordSets).size).toBe(texts.length);
      }),
    );
  });

  it('is the same for the same row', () => {
    fc.assert(
      fc.property(row, (fields) => {
        expect(plan(fields)).toEqual(plan({ ...fields }));
      }),
    );
  });
});
