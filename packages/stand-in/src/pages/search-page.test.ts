import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextDataOf } from '../../test/next-data.js';
import { rawGet } from '../../test/raw-client.js';
import { tideCatalogue } from '../../test/tide-catalogue.js';
import { type StandIn, startStandIn } from '../start-stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: tideCatalogue });
});
beforeEach(() => {
  standIn.configure({ searchGeneration: '2026', genresQueryFirst: false });
});
afterAll(() => standIn.close());

const get = async (path: string): Promise<string> => (await rawGet(`${standIn.url}${path}`)).text;
const rowsOf = (html: string, query = 0) => nextDataOf(html).props.pageProps.dehydratedState.queries[query]?.state.data;

const alwaysThere = [
  ...[
    'score',
    'add_date',
    'artists',
    'available_worldwide',
    'change_date',
    'current_status',
    'enabled',
    'encode_status',
  ],
  ...[
    'exclusive_period',
    'genre_enabled',
    'guid',
    'is_available_for_streaming',
    'is_classic',
    'label',
    'label_manager',
  ],
  ...['mix_name', 'publish_date', 'publish_status', 'release', 'release_date', 'sale_type', 'suggest', 'supplier_id'],
  ...['track_id', 'track_name', 'track_number', 'update_date', 'was_ever_exclusive', 'downloads', 'plays', 'price'],
  ...['is_explicit', 'track_image_uri', 'genre'],
];
const only2026 = ['is_dj_edit', 'is_ugc_remix', 'is_pre_order', 'track_image_dynamic_uri'];
const neverThere = ['slug', 'url', 'sub_genre', 'camelot', 'key_camelot', 'source', 'filled', 'id', 'name'];

describe('a row of the search page', () => {
  it.each([
    ['2023', alwaysThere, [...only2026, ...neverThere]],
    ['2026', [...alwaysThere, ...only2026], neverThere],
  ] as const)('has the members of %s and no others', async (searchGeneration, there, absent) => {
    standIn.configure({ searchGeneration });
    const { data } = rowsOf(await get('/search/tracks?q=low+tide'));
    expect(Object.keys(data[0])).toEqual(expect.arrayContaining([...there]));
    for (const name of absent) expect(data[0]).not.toHaveProperty(name);
    expect('release_image_dynamic_uri' in data[0].release).toBe(searchGeneration === '2026');
  });

  it('says what the catalogue says, in the words of the site', async () => {
    const { data } = rowsOf(await get('/search/tracks?q=QZABC2400101'));
    expect(data.map((row: { track_id: number }) => row.track_id)).toEqual([101, 205]);
    expect(data[0]).toMatchObject({
      track_name: 'Low Tide',
      mix_name: 'Original Mix',
      bpm: 124,
      key_id: 26,
      key_name: 'A# Minor',
      chord_type_id: 1,
      length: 372_500,
      isrc: 'QZABC2400101',
      catalog_number: 'HBL 042',
      release_date: '2024-03-08T00:00:00',
      publish_date: '2024-03-08T00:00:00',
      track_number: 1,
      release: { release_id: 9001, release_name: 'Low Tide EP' },
      label: { label_name: 'Harbour Lights ', enabled: 1 },
      genre: [{ genre_name: 'Progressive House' }],
    });
    expect(data[1].track_name).toBe('Low Tide ');
    expect(data[0].add_date).toMatch(/^202[34]-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it('leaves out what a track lacks', async () => {
    const { data } = rowsOf(await get('/search/tracks?q=fog+horn'));
    expect(data[0].track_id).toBe(301);
    for (const name of ['bpm', 'key_id', 'key_name', 'chord_type_id', 'isrc', 'length', 'catalog_number']) {
      expect(data[0]).not.toHaveProperty(name);
    }
  });

  it('names artists in text order of their ids, a person in both roles twice', async () => {
    const { data } = rowsOf(await get('/search/tracks?q=QZABC2400102'));
    const artists: { artist_id: number; artist_name: string; artist_type_name: string }[] = data[0].artists;
    expect(artists.map((artist) => `${artist.artist_name} ${artist.artist_type_name}`).sort()).toEqual([
      'Mara Venn Artist',
      'Mara Venn Remixer',
      'Otto Brandt Remixer',
      'Zoë Ødegaard Artist',
    ]);
    const ids = artists.map((artist) => String(artist.artist_id));
    expect(ids).toEqual([...ids].sort());
  });
});

describe('/search/tracks', () => {
  it('answers under the key of its generation', async () => {
    const html = await get('/search/tracks?q=low+tide');
    const data = nextDataOf(html);
    const [query] = data.props.pageProps.dehydratedState.queries;
    expect(query?.queryKey[0]).toBe('search-tracks');
    expect(query?.queryHash).toBe(JSON.stringify(query?.queryKey));
    expect(data).toMatchObject({ page: '/search/[type]', query: { q: 'low tide', type: 'tracks' }, locale: 'en' });
    expect(data.props.pageProps).toMatchObject({
      query: 'low tide',
      anonSession: { expires_in: 600, token_type: 'Bearer' },
      location: { countryCode: 'DE' },
    });
    expect(Object.keys(query?.state.data)).toEqual(['data']);
    standIn.configure({ searchGeneration: '2023' });
    const old = nextDataOf(await get('/search/tracks?q=low+tide'));
    expect(old.props.pageProps.dehydratedState.queries[0]?.queryKey[0]).toMatch(/^search-tracks-params=%5Bobject/);
    expect(old.props.pageProps).toHaveProperty('accessToken');
    expect(old.props.pageProps).not.toHaveProperty('anonSession');
  });

  it('can have the query for genres first', async () => {
    standIn.configure({ genresQueryFirst: true });
    const html = await get('/search/tracks?q=low+tide');
    expect(rowsOf(html, 0)).toEqual({ genres: [] });
    expect(rowsOf(html, 1).data[0].track_name).toMatch(/^Low Tide/);
  });

  it.each([
    ['', [3]],
    ['&per_page=1', [1]],
    ['&per_page=2&page=2', [1]],
    ['&per_page=abc', [3]],
    ['&per-page=1', [3]],
  ])('with %s gives %j rows', async (params, [count]) => {
    const { data } = rowsOf(await get(`/search/tracks?q=harbour+pier${params}`));
    expect(data).toHaveLength(count ?? 0);
  });

  it('answers words that hit nothing with an empty list', async () => {
    const answer = await rawGet(`${standIn.url}/search/tracks?q=xyzzy`);
    expect(answer.status).toBe(200);
    expect(rowsOf(answer.text)).toEqual({ data: [] });
  });

  it('holds no result in its HTML, and escapes what was typed', async () => {
    const html = await get('/search/tracks?q=low+tide+%3C%2Fscript%3E%26%22');
    const [beforeData = ''] = html.split('<script id="__NEXT_DATA__"');
    expect(beforeData).not.toContain('/track/');
    expect(beforeData).not.toContain('Mara Venn');
    expect(beforeData).toContain('<title data-next-head="">low tide &lt;/script&gt;&amp;&quot; | Beatport</title>');
    expect(nextDataOf(html).query.q).toBe('low tide </script>&"');
    expect(html).toContain('low tide \\u003c/script\\u003e\\u0026');
  });

  it.each(['2023', '2026'] as const)('ends as pages of %s do', async (searchGeneration) => {
    standIn.configure({ searchGeneration });
    const html = await get('/search/tracks?q=low');
    expect(html.includes('/cdn-cgi/challenge-platform/scripts/jsd/main.js')).toBe(searchGeneration === '2026');
    expect(html).toContain(searchGeneration === '2023' ? '<title>low :: Beatport</title>' : '>low | Beatport</title>');
    expect(html).toMatch(/<\/body><\/html>$/);
  });

  it('comes compressed to a client that accepts it, and is the same page', async () => {
    const packed = await rawGet(`${standIn.url}/search/tracks?q=low`, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(Number(packed.headers['content-length'])).toBe(packed.bytes.length);
    expect(nextDataOf(gunzipSync(packed.bytes).toString('utf8')).query.q).toBe('low');
  });
});

describe('/search', () => {
  it('answers every category', async () => {
    const html = await get('/fr/search?q=low+tide');
    const data = rowsOf(html);
    expect(Object.keys(data)).toEqual(['tracks', 'artists', 'charts', 'labels', 'releases']);
    expect(data.tracks.data[0].track_name).toMatch(/^Low Tide/);
    expect(data.artists.data[0]).toMatchObject({ artist_name: 'Tide Low', enabled: 1 });
    expect(data.releases.data[0]).toMatchObject({ release_id: 9001, track_count: 2, release_type: '1' });
    expect(nextDataOf(html)).toMatchObject({ page: '/search', locale: 'fr' });
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<link rel="alternate" hreflang="de" href="https://www.beatport.com/de/search?q=low+tide"');
  });

  it.each([
    ['/search/artists?q=mara', 'artist_name', 'Mara Venn'],
    ['/search/labels?q=tideline', 'label_name', 'Tideline'],
    ['/search/releases?q=ten+years', 'release_name', 'Ten Years of Piers'],
  ])('%s', async (path, member, value) => {
    expect(rowsOf(await get(path)).data[0]).toHaveProperty(member, value);
  });

  it('has no page for an unknown category', async () => {
    expect((await rawGet(`${standIn.url}/search/podcasts?q=a`)).status).toBe(404);
  });
});

describe('weight', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    id: index + 1,
    name: `Long Shore Drift ${index}`,
    artists: [`Artist Number ${index}`, 'Mara Venn'],
    key: 'F Minor',
    bpm: 120,
    isrc: `QZABC25${String(index).padStart(5, '0')}`,
  }));

  it('is that of a real page', async () => {
    const heavy = await startStandIn({ catalogue: many });
    const page = (await rawGet(`${heavy.url}/search/tracks?q=shore`)).text;
    await heavy.close();
    expect(rowsOf(page).data).toHaveLength(50);
    expect(page.length).toBeGreaterThan(165_000);
    expect(page.length).toBeLessThan(230_000);
    const texts = JSON.stringify(nextDataOf(page).props.pageProps._nextI18Next).length;
    expect(texts).toBeGreaterThan(35_000);
    expect(texts).toBeLessThan(45_000);
  });
});
