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
  standIn.configure({ trackGeneration: 'flat' });
});
afterAll(() => standIn.close());

const get = (path: string) => rawGet(`${standIn.url}${path}`);
const queriesOf = (html: string) => nextDataOf(html).props.pageProps.dehydratedState.queries;

describe('the flat track page', () => {
  it('has the track in its own shape', async () => {
    const [query] = queriesOf((await get('/track/whatever/102')).text);
    expect(query?.queryKey).toEqual(['track-details-102']);
    expect(query?.state.data).toMatchObject({
      track_id: 102,
      track_name: 'Low Tide',
      mix_name: 'Otto Brandt & Mara Venn Extended Remix',
      track_length_ms: 401_000,
      bpm: 126,
      key: 'Db Major',
      key_camelot: '3B',
      isrc: 'QZABC2400102',
      track_number: '2',
      genre: { name: 'Progressive House', sub_genre: { name: 'Slow Water', slug: 'slow-water' } },
      release: { id: 9001, name: 'Low Tide EP', catalog_number: 'HBL 042', release_date: '2024-03-08T00:00:00' },
      label: { name: 'Harbour Lights ' },
      availability: { unavailability_reason: null },
    });
    const artists: { id: number; name: string; type: string }[] = query?.state.data.artists;
    expect(artists.map((artist) => artist.id)).toEqual(artists.map((artist) => artist.id).sort((a, b) => a - b));
    expect(
      artists
        .filter((artist) => artist.type === 'Remixer')
        .map((artist) => artist.name)
        .sort(),
    ).toEqual(['Mara Venn', 'Otto Brandt']);
    for (const name of ['remixers', 'slug', 'new_release_date', 'publish_date', 'id', 'name', 'length_ms']) {
      expect(query?.state.data).not.toHaveProperty(name);
    }
  });

  it('says null for what is unknown, and an empty sub-genre', async () => {
    const [query] = queriesOf((await get('/track/-/301')).text);
    expect(query?.state.data).toMatchObject({
      bpm: null,
      key: null,
      key_camelot: null,
      isrc: null,
      genre: { sub_genre: { id: null, name: null, slug: '' } },
    });
  });

  it('recommends other tracks in the same shape', async () => {
    const recommended = queriesOf((await get('/track/-/102')).text)[2]?.state.data;
    expect(recommended.map((track: { track_id: number }) => track.track_id)).toEqual([101]);
  });

  it('has the head of a track page', async () => {
    const html = (await get('/track/-/301')).text;
    expect(html).toContain(
      '<title data-next-head="">Tide Low - Fog &lt;Horn&gt; &amp; &quot;Bell&quot; (Original Mix) [Independent] | Music &amp; Downloads on Beatport</title>',
    );
    expect(html).toMatch(/<meta property="og:image" content="https:\/\/[^"]*\{w\}x\{h\}/);
    expect(html).toContain('Fog &lt;Horn&gt; &amp; &quot;Bell&quot;<!-- --> <span>Original Mix</span></h1>');
    expect(nextDataOf(html)).toMatchObject({
      page: '/track/[description]/[id]',
      query: { description: '-', id: '301' },
    });
  });
});

describe('the old track page', () => {
  it('has the track as the API gives it, twice', async () => {
    standIn.configure({ trackGeneration: 'old' });
    const { props } = nextDataOf((await get('/de/track/low-tide/102')).text);
    const [query] = props.pageProps.dehydratedState.queries;
    expect(query?.queryKey).toEqual(['track-102']);
    expect(props.pageProps.track).toEqual(query?.state.data);
    expect(query?.state.data).toMatchObject({
      id: 102,
      name: 'Low Tide',
      slug: 'low-tide',
      length: '6:41',
      length_ms: 401_000,
      new_release_date: '2024-03-08',
      number: 2,
      key: {
        camelot_number: 3,
        camelot_letter: 'B',
        chord_type: { id: 2, name: 'Major' },
        id: 15,
        is_sharp: false,
        is_flat: true,
        letter: 'D',
        name: 'Db Major',
      },
      remixers: expect.arrayContaining([expect.objectContaining({ name: 'Otto Brandt', slug: 'otto-brandt' })]),
      release: { id: 9001, label: { name: 'Harbour Lights ' } },
      sub_genre: { name: 'Slow Water' },
      sale_type: { id: expect.any(Number), name: expect.any(String) },
    });
    for (const name of ['track_id', 'track_name', 'key_camelot']) expect(query?.state.data).not.toHaveProperty(name);
  });
});

describe('addresses', () => {
  it.each([
    ['/track/low-tide/999', 404],
    ['/track/low-tide/abc', 404],
    ['/track/low-tide', 404],
    ['/release/low-tide/9001', 404],
    ['/track/_/101', 200],
    ['/ja/track/t/101', 200],
    ['/xx/track/t/101', 404],
  ])('%s is %d', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(nextDataOf(answer.text).page).toBe(status === 404 ? '/404' : '/track/[description]/[id]');
  });

  it('has data files of this build only', async () => {
    const { buildId } = nextDataOf((await get('/track/t/101')).text);
    const file = await get(`/_next/data/${buildId}/en/track/t/101.json?description=t&id=101`);
    expect(file.headers['content-type']).toBe('application/json');
    expect(JSON.parse(file.text).pageProps.dehydratedState.queries[0].state.data.track_id).toBe(101);
    expect((await get('/_next/data/earlier-build/en/track/t/101.json')).status).toBe(404);
  });
});
