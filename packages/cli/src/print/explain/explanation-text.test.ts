import { stripVTControlCharacters } from 'node:util';
import type { CatalogTrack } from '@cuepoint/engine';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { anExplanation } from '../../testing/explanations.js';
import { aCandidate } from '../../testing/results.js';
import { explanationText } from './explanation-text.js';

const plain = pc.createColors(false);
const coloured = pc.createColors(true);

/** The terminal's letters that take one column each, as all of the invented library's do. */
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('explanationText', () => {
  it('tells everything in 80 columns', () => {
    expect(`\n${explanationText(anExplanation(), 80, plain)}`).toMatchInlineSnapshot(`
      "
      Ada Lindqvist – Slow Tide (Dub)
      Track 3 of collection.xml

      The tags
        Title       Slow Tide (Dub)
        Artist      Ada Lindqvist
        Key         Am
        Tempo       122
        Length      5:33
        File        C:/Music/c.mp3
        Not set     remixer, mix, album, label, genre, year, comment

      Read as
        Work        slow tide
        Artists     Ada Lindqvist
        Featured    –
        Version     dub
        Remixer     –
        From        the tags as they are

        It could also be read as
        −0.5        Slow feat. Ó. Bø – tide · remix (lee) · from the file name

      Asked
        1  Ada Lindqvist Slow Tide dub (artists and title)          12 found, 12 known
        2  Slow Tide dub (title alone)                              4 found, 15 known
        2 requests. Nothing more was worth asking.

      Compared: 2 recordings
               Your track         1 Slow Tide (Original      2 Slow Tide (Bo Lee
                                  Mix)                       Remix)
      ────────────────────────────────────────────────────────────────────────────────
      Title    Slow Tide          Slow Tide         ✓  +5.0  Slow Tide         ✓  +5.0
      Artists  Ada Lindqvist      Ada Lindqvist     ✓  +4.5  Ada Lindqvist     ·
      Remixer  –                  –                 ·        Bo Lee            ✗  −5.0
      Version  dub                original          ✗  −7.0  remix             ·
      Length   5:33               6:31              ✗  −1.5  –                 ·
      Tempo    122                122               ✓  +1.0  –                 ·
      Key      8A (Am)            8A                ·  −0.3  8A                ·
      mood                        –                 ·        mood of either    ✓   0.0
      ────────────────────────────────────────────────────────────────────────────────
      Prior    before any look                         −7.5                       −7.5
      Reading                     tags                  0.0  file name            −0.5
      Sum      log-odds                                −5.8                       −8.0
               best release                            −5.6                       −8.0
      Score    probability        ░░░░░░░░░░░░░░░░    0.5 %  ░░░░░░░░░░░░░░░░    0.0 %
      Also as  other ids          9107

      None of them: 99.5 %, whose log-odds are 0 by definition
      1 https://example.org/track/9001
      2 https://example.org/track/9002

      Decided
        Status      unmatched, the nearest at 0.5 %
        Reason      Only another version is sold: other version (dub against
                    original).
        Sibling     Slow Tide (Original Mix)
        Link        https://example.org/track/9001
        Borrow      label Quay · genre House · date 2021-03-05
        Do not      key, BPM and length: they are that version’s own"
    `);
  });

  it('uses 140 columns for four candidates', () => {
    const { recordings } = anExplanation();
    const more = [...recordings, ...recordings, ...recordings];
    const scores = [40, 30, 10, 5, 3, 2];
    const text = explanationText(anExplanation({ recordings: more, scores, noneScore: 10 }), 140, plain);
    expect(text.slice(text.indexOf('Compared'), text.indexOf('Decided'))).toMatchInlineSnapshot(`
      "Compared: 6 recordings
               Your track           1 Slow Tide (Original       2 Slow Tide (Bo Lee         3 Slow Tide (Original       4 Slow Tide (Bo Lee
                                    Mix)                        Remix)                      Mix)                        Remix)
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Title    Slow Tide            Slow Tide          ✓  +5.0  Slow Tide          ✓  +5.0  Slow Tide          ✓  +5.0  Slow Tide          ✓  +5.0
      Artists  Ada Lindqvist        Ada Lindqvist      ✓  +4.5  Ada Lindqvist      ·        Ada Lindqvist      ✓  +4.5  Ada Lindqvist      ·
      Remixer  –                    –                  ·        Bo Lee             ✗  −5.0  –                  ·        Bo Lee             ✗  −5.0
      Version  dub                  original           ✗  −7.0  remix              ·        original           ✗  −7.0  remix              ·
      Length   5:33                 6:31               ✗  −1.5  –                  ·        6:31               ✗  −1.5  –                  ·
      Tempo    122                  122                ✓  +1.0  –                  ·        122                ✓  +1.0  –                  ·
      Key      8A (Am)              8A                 ·  −0.3  8A                 ·        8A                 ·  −0.3  8A                 ·
      mood                          –                  ·        mood of either     ✓   0.0  –                  ·        mood of either     ✓   0.0
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Prior    before any look                            −7.5                        −7.5                        −7.5                        −7.5
      Reading                       tags                   0.0  file name             −0.5  tags                   0.0  file name             −0.5
      Sum      log-odds                                   −5.8                        −8.0                        −5.8                        −8.0
               best release                               −5.6                        −8.0                        −5.6                        −8.0
      Score    probability          ███████░░░░░░░░░░   40.0 %  █████░░░░░░░░░░░░   30.0 %  ██░░░░░░░░░░░░░░░   10.0 %  █░░░░░░░░░░░░░░░░    5.0 %
      Also as  other ids            9107                                                    9107

      None of them: 10.0 %, whose log-odds are 0 by definition
      2 more recordings, together: 5.0 %
      1 https://example.org/track/9001
      2 https://example.org/track/9002
      3 https://example.org/track/9001
      4 https://example.org/track/9002

      "
    `);
  });

  it.each([60, 80, 100, 107, 120, 140, 200])('fits %i columns', (width) => {
    const text = explanationText(anExplanation(), width, plain);
    expect(widest(text)).toBeLessThanOrEqual(width);
    expect(text.match(/^\S+ +.* Slow Tide .*✓ +\+5\.0 .*✓ +\+5\.0$/m)).not.toBeNull();
  });

  it('says the same in colour, and leaves no colour on at the end of a line', () => {
    const text = explanationText(anExplanation(), 80, coloured);
    expect(stripVTControlCharacters(text)).toBe(explanationText(anExplanation(), 80, plain));
    expect(text).toContain('\u001b[32m✓\u001b[39m  \u001b[32m+5.0\u001b[39m');
    expect(text).toContain('\u001b[31m✗\u001b[39m  \u001b[31m−7.0\u001b[39m');
    for (const line of text.split('\n')) {
      const codes = line
        .split('\u001b[')
        .slice(1)
        .map((after) => Number.parseInt(after, 10));
      // 22, 24 and 39 end what 1 and 2, 4, and 30 to 37 or 90 begin.
      const opened = codes.filter((code) => ![22, 24, 39].includes(code));
      expect(codes.length - opened.length, line).toBe(opened.length);
    }
  });

  it('breaks what is wider than its column, and cuts nothing', () => {
    const { result } = anExplanation();
    const name = `ディープ・リバー${'x'.repeat(90)}`;
    const path = `C:/Music/${'very-long-'.repeat(20)}.mp3`;
    const text = explanationText(
      anExplanation({ result: { ...result, track: { ...result.track, name, path, comments: 'a\tb\n\u001b[2Jc' } } }),
      80,
      plain,
    );
    const joined = text.replace(/\s+/g, '');
    expect(joined).toContain(`Title${name}`);
    expect(joined).toContain(`File${path}`);
    expect(text).not.toContain('…');
    expect(text).not.toContain('\u001b');
  });

  it('says of a match what it gives', () => {
    const { result } = anExplanation();
    const { sibling: _, ...rest } = result;
    const match = aCandidate({ name: 'Slow Tide', mixName: 'Dub', bpm: 122, label: 'Quay', releaseDate: '2021-03-05' });
    const matched = { ...rest, status: 'matched', confidence: 'high', matchScore: 97.4, match } as const;
    const text = explanationText(
      anExplanation({ result: { ...matched, earlyExit: true, reason: 'Same title.' } }),
      80,
      plain,
    );
    expect(text).toContain('2 requests. The answer was certain: nothing more was asked.');
    expect(text.slice(text.indexOf('Decided')).split('\n')).toEqual([
      'Decided',
      '  Status      matched at 97.4 %, confidence high',
      '  Reason      Same title.',
      '  Track       Slow Tide (Dub)',
      '  Link        https://example.org/track/1',
      '  Gives       key 8A · BPM 122 · label Quay · date 2021-03-05',
    ]);
  });

  it('asks about a candidate under review', () => {
    const { sibling: _, ...result } = anExplanation().result;
    const text = explanationText(anExplanation({ result: { ...result, status: 'review', matchScore: 41 } }), 80, plain);
    expect(text).toContain('Status      review at 41.0 %\n');
    expect(text).toContain('Is it       Slow Tide (Original Mix)?\n  Link        https://example.org/track/9001');
    expect(text).not.toContain('Borrow');
  });

  it('says of a track that was not looked for why not', () => {
    const { sibling: _, ...result } = anExplanation().result;
    const skipped = { ...result, status: 'skipped', reason: 'A sample.', candidates: [], queries: [] } as const;
    const nothing = { readings: [], recordings: [], scores: [], requests: 0, noneScore: 100 };
    const text = explanationText(anExplanation({ ...nothing, result: skipped }), 80, plain);
    expect(text.slice(text.indexOf('  Not set')).split('\n').slice(1)).toEqual([
      '',
      'Decided',
      '  Status      skipped',
      '  Reason      A sample.',
    ]);
  });

  it('tells of identifiers, and of a store that did not answer', () => {
    const { sibling: _, ...result } = anExplanation().result;
    const blocked = { ...result, status: 'blocked', reason: 'Shut out.', candidates: [] } as const;
    const identifiers = { trackId: 9001 as CatalogTrack['id'], isrc: 'GBABC1900001' };
    const text = explanationText(anExplanation({ identifiers, result: blocked }), 80, plain);
    expect(text).toContain('Number      track 9001 of the store\n  ISRC        GBABC1900001\n');
    expect(text).toContain('\n  2 requests.\n');
    expect(text).toMatch(/^Number +9001 GBABC1900001 +9001 +· +9002 +·$/m);
  });
});
