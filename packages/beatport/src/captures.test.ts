import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CatalogTrack } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { bareHtml, envelope, htmlOf, pageOf } from '../test/pages.js';
import { readPage } from './reading/read-page.js';

const CAPTURES = new URL('../../../../shared/captures/', import.meta.url);

/** A captured file as text. */
function capture(name: string): string {
  const bytes = readFileSync(new URL(name, CAPTURES));
  return name.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
}

/** The tracks on a captured page. */
async function tracksOn(
  body: string,
  kind: 'search' | 'track' | 'api',
  url = 'https://www.beatport.com/search',
): Promise<readonly CatalogTrack[]> {
  const reading = await readPage(pageOf({ url, body }), kind);
  if (reading.class !== 'ok') throw new Error(JSON.stringify(reading));
  expect(reading.skipped).toBe(0);
  expect(reading.source).toBe('payload');
  return reading.tracks;
}

const NOISIA = { id: 912, name: 'Noisia' };

describe.skipIf(!existsSync(CAPTURES))('real pages (needs the shared material beside the checkout)', () => {
  it('a search of 2023, as a page', async () => {
    const tracks = await tracksOn(capture('search-all_q-noisia_2023-12-17.html.gz'), 'search');
    expect(tracks.map((track) => track.id)).toEqual([
      14388878, 14388908, 14388884, 9393355, 9393352, 1679775, 12964650, 9393356, 9393353, 1820366, 3151019, 12964644,
      10789227, 14388882, 14388916,
    ]);
    expect(tracks[0]).toEqual({
      id: 14388878,
      url: 'https://www.beatport.com/track/diplodocus-noisias-outer-edges-remix-live/14388878',
      name: "Diplodocus (Noisia's 'Outer Edges' Remix) (Live)",
      mixName: 'Original Mix',
      artists: [NOISIA],
      remixers: [NOISIA],
      keyName: 'A# Minor',
      key: { wheel: 3, mode: 'minor' },
      bpm: 89,
      lengthMs: 182989,
      label: 'Vision Recordings',
      genres: ['Drum & Bass'],
      releaseId: 3161481,
      releaseName: 'Outer Edges x Live',
      releaseDate: '2020-10-21',
      isrc: 'UKACT2032018',
      catalogNumber: 'VSN074D',
    });
    expect(tracks[9]).toMatchObject({
      name: 'Contact feat. Noisia',
      mixName: 'Noisia Remix',
      artists: [{ id: 60187, name: 'Foreign Beggars' }],
      remixers: [NOISIA],
      key: { wheel: 5, mode: 'minor' },
    });
    // On sale here nine days after its release.
    expect(tracks[10]).toMatchObject({ releaseDate: '2011-11-30', bpm: 125, label: 'Roadrunner Records' });
    // The page sorts the numbers as texts: 11115 before 912.
    expect(tracks[12]).toMatchObject({ artists: [NOISIA, { id: 11115, name: 'Prolix' }], remixers: [NOISIA] });
  });

  it('the same search, as its payload alone', async () => {
    expect(await tracksOn(capture('search-all_q-noisia_2023-12-17.json'), 'search')).toEqual(
      await tracksOn(capture('search-all_q-noisia_2023-12-17.html.gz'), 'search'),
    );
  });

  it('a search of 2026', async () => {
    const tracks = await tracksOn(htmlOf(JSON.parse(capture('search-all_2026-06-24_excerpt.json'))), 'search');
    expect(tracks.map((track) => track.id)).toEqual([
      17873711, 19364241, 17518867, 16960152, 16960153, 16960151, 20633756, 16918528, 20633755, 13948302,
    ]);
    expect(tracks[0]).toEqual({
      id: 17873711,
      url: 'https://www.beatport.com/track/the-night-is-blue/17873711',
      name: 'The Night is Blue',
      mixName: 'Original Mix',
      artists: [{ id: 14987, name: 'Tim Green' }],
      remixers: [],
      keyName: 'G Major',
      key: { wheel: 9, mode: 'major' },
      bpm: 120,
      lengthMs: 502607,
      label: 'All Day I Dream',
      genres: ['Organic House'],
      releaseId: 4176244,
      releaseName: 'The Night Is Blue EP',
      releaseDate: '2023-07-21',
      isrc: 'QM7282349865',
      catalogNumber: 'ADID099',
    });
    expect(tracks[2]).toMatchObject({
      name: 'Two Months Off',
      mixName: 'Tim Green Remix',
      artists: [{ id: 4417, name: 'Underworld' }],
      remixers: [{ id: 14987, name: 'Tim Green' }],
      bpm: 121,
      lengthMs: 667437,
      label: 'Balance Music',
    });
    expect(tracks[6]).toMatchObject({ keyName: 'Bb Minor', key: { wheel: 3, mode: 'minor' } });
    expect(tracks.slice(3, 6).map((track) => track.mixName)).toEqual(['Extended Mix', 'Deep Dub', 'Radio Cut']);
  });

  it('a track page of 2026', async () => {
    const url = 'https://www.beatport.com/track/strobe/1696999';
    const body = htmlOf(JSON.parse(capture('track-page_strobe-1696999_2026-09-14_excerpt.json')));
    expect(await tracksOn(body, 'track', url)).toEqual([
      {
        id: 1696999,
        url,
        name: 'Strobe',
        mixName: 'Original Mix',
        artists: [{ id: 26182, name: 'deadmau5' }],
        remixers: [],
        keyName: 'Ab Minor',
        key: { wheel: 1, mode: 'minor' },
        bpm: 88,
        lengthMs: 634151,
        label: 'Virgin',
        genres: ['Progressive House'],
        releaseId: 331337,
        releaseName: 'Strobe',
        releaseDate: '2010-01-01',
        isrc: 'GBTDG0900141',
        catalogNumber: '626 5445',
      },
    ]);
  });

  it('the heading of that page, without its payload', async () => {
    const url = 'https://www.beatport.com/track/strobe/1696999';
    const body = `<html>${capture('track-page_strobe-1696999_2026-09-14_head.html')}</html>`;
    expect(await readPage(pageOf({ url, body }), 'track')).toEqual({
      class: 'ok',
      skipped: 0,
      source: 'html',
      tracks: [
        {
          id: 1696999,
          url,
          name: 'Strobe',
          mixName: 'Original Mix',
          artists: [{ name: 'deadmau5' }],
          remixers: [],
          label: 'Virgin',
          genres: [],
        },
      ],
    });
  });

  it.each([
    [
      'fomoplayer_noisia_purpose_beatport.json',
      {
        id: 6389004,
        url: 'https://www.beatport.com/track/purpose/6389004',
        name: 'Purpose',
        mixName: 'Original Mix',
        artists: [NOISIA],
        remixers: [],
        keyName: 'F Major',
        key: { wheel: 7, mode: 'major' },
        bpm: 86,
        lengthMs: 290319,
        label: 'Vision Recordings',
        genres: ['Drum & Bass'],
        releaseId: 1481150,
        releaseName: 'Purpose',
        releaseDate: '2014-06-30',
        isrc: 'USQY51531019',
        catalogNumber: 'VSN018A',
      },
    ],
    [
      'fomoplayer_beatport_operator_track_pageprops.json',
      {
        id: 15553519,
        url: 'https://www.beatport.com/track/operator/15553519',
        name: 'Operator',
        artists: [{ id: 928262, name: 'Monty (House)' }],
        key: { wheel: 11, mode: 'major' },
        bpm: 130,
        lengthMs: 344000,
        label: 'Jackie Knows Karate Records',
        genres: ['House'],
        releaseDate: '2021-08-27',
        isrc: 'GBKQU2183179',
      },
    ],
    [
      'fomoplayer_noisia_block_control_beatport.json',
      {
        id: 753324,
        url: 'https://www.beatport.com/track/block-control/753324',
        name: 'Block Control',
        artists: [NOISIA],
        key: { wheel: 7, mode: 'major' },
        bpm: 86,
        lengthMs: 430741,
        label: 'Moving Shadow',
        releaseId: 150271,
        releaseName: 'Block Control EP',
        releaseDate: '2005-04-11',
        isrc: 'GBAGN0400436',
        catalogNumber: 'MSXEP036',
      },
    ],
  ])('the older track page %s', async (name, expected) => {
    const url = `https://www.beatport.com/track/-/${expected.id}`;
    const [track] = await tracksOn(capture(name), 'track', url);
    expect(track).toMatchObject(expected);
    // The same page answers no question for another track.
    expect(
      (await readPage(pageOf({ url: 'https://www.beatport.com/track/-/1', body: capture(name) }), 'track')).class,
    ).toBe('unknown-shape');
  });

  it('the copy of the track beside the queries of an older page', async () => {
    const whole = JSON.parse(capture('fomoplayer_noisia_purpose_beatport.json'));
    const copyOnly = htmlOf(envelope([], { track: whole.props.pageProps.track }));
    const url = 'https://www.beatport.com/track/-/6389004';
    expect(await tracksOn(copyOnly, 'track', url)).toEqual(await tracksOn(JSON.stringify(whole), 'track', url));
  });

  it('a list of the API', async () => {
    const tracks = await tracksOn(capture('api-v4_artist-tracks_2021-08_first6.json'), 'api');
    expect(tracks.map((track) => [track.id, track.mixName, track.bpm, track.remixers.map((who) => who.name)])).toEqual([
      [15553578, 'Antony Dupont Beatchecked mix', 129, ['Antony Dupont']],
      [15304462, 'Original Mix', 130, []],
      [15304459, 'Original Mix', 132, []],
      [15304456, 'The RRKS Remix', 136, ['RRKS']],
      [15304454, 'Original Mix', 68, []],
      [14222790, 'Gary Beck Remix', 135, ['Gary Beck']],
    ]);
    expect(tracks[0]).toMatchObject({
      url: 'https://www.beatport.com/track/beatcheck/15553578',
      name: 'Beatcheck',
      artists: [{ id: 673710, name: 'Romain Dulcet' }],
      keyName: 'C Minor',
      key: { wheel: 5, mode: 'minor' },
      lengthMs: 330000,
      label: 'Qubiq Records',
      genres: ['Techno (Peak Time / Driving)'],
      releaseName: 'Beatcheck',
      releaseDate: '2021-08-27',
      isrc: 'GBKQU2183346',
      catalogNumber: 'QUB091',
    });
  });

  it('a release page and a list of genres hold no track', async () => {
    const release = capture('fomoplayer_beatport_the_reckoning_release_pageprops.json');
    const url = 'https://www.beatport.com/track/-/3371021';
    expect((await readPage(pageOf({ url, body: release }), 'track')).class).toBe('missing-payload');
    expect((await readPage(pageOf({ body: release }), 'search')).class).toBe('missing-payload');
    expect((await readPage(pageOf({ body: capture('genres_2026-05.json') }), 'api')).class).toBe('unknown-shape');
    expect((await readPage(pageOf({ url, body: bareHtml(release) }), 'track')).class).toBe('missing-payload');
  });
});
