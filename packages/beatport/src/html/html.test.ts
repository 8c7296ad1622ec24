import { describe, expect, it } from 'vitest';
import { bareHtml, htmlOf, pageOf } from '../../test/pages.js';
import { classify, readPage } from '../reading/read-page.js';

/** A rendered row as a browser saves it. */
function row(cells: string): string {
  return `<div class="Table-style__TableRow-sc-1" data-testid="tracks-table-row" role="row">${cells}</div>`;
}

const LUMEN_ROW = row(`
  <div class="cell title">
    <a href="https://www.beatport.com/de/track/lumen-drift/4100001"><img alt="Lumen Drift"></a>
    <div class="container">
      <a title="Lumen Drift" href="https://www.beatport.com/de/track/lumen-drift/4100001">
        <span class="ReleaseName-sc-2">Lumen Drift <!-- --> <span>Extended Mix</span></span></a>
      <div class="ArtistNames-sc-3"><a title="Ada Vale" href="/artist/ada-vale/31">Ada Vale</a>, <a title="Kite" href="/artist/kite/47"><img></a></div>
    </div>
  </div>
  <div class="cell label"><a href="/label/harbour-lights/9">Harbour &amp; Lights </a></div>
  <div class="cell bpm"><div>124 BPM - Db Major</div></div>
  <div class="cell card"><a href="/genre/deep-house/12">Deep House</a></div>
  <div class="cell date">2026-06-26</div>
  <button aria-label="Add track 'Lumen Drift' (Extended Mix (VIP)) by Ada Vale, Kite to cart. Price: $1.69"></button>`);

const LUMEN = {
  id: 4100001,
  url: 'https://www.beatport.com/track/lumen-drift/4100001',
  name: 'Lumen Drift',
  mixName: 'Extended Mix (VIP)',
  artists: [
    { id: 31, name: 'Ada Vale' },
    { id: 47, name: 'Kite' },
  ],
  remixers: [],
  keyName: 'Db Major',
  key: { wheel: 3, mode: 'major' },
  bpm: 124,
  label: 'Harbour & Lights',
  genres: ['Deep House'],
  releaseDate: '2026-06-26',
};

describe('rendered rows', () => {
  it('are read where the page has no payload', async () => {
    expect(await readPage(pageOf({ body: bareHtml(LUMEN_ROW) }), 'search')).toEqual({
      class: 'ok',
      tracks: [LUMEN],
      skipped: 0,
      source: 'html',
    });
  });

  it('are read where the payload lacks the results', async () => {
    const body = htmlOf({ props: { pageProps: {} }, page: '/search/[type]' }, LUMEN_ROW);
    expect(await readPage(pageOf({ body }), 'search')).toMatchObject({
      class: 'ok',
      tracks: [{ id: 4100001 }],
      source: 'html',
    });
  });

  it('take title and mix from the link where there is no cart button', async () => {
    const [withoutButton] = LUMEN_ROW.split('<button');
    const reading = await readPage(pageOf({ body: bareHtml(`${withoutButton}</div>`) }), 'search');
    expect(reading).toMatchObject({ tracks: [{ name: 'Lumen Drift', mixName: 'Extended Mix' }] });
  });

  it('leave out rows without a track', async () => {
    const rows = row('<a href="/chart/x/1" title="A chart">A chart</a>') + row('') + LUMEN_ROW;
    expect(await readPage(pageOf({ body: bareHtml(rows) }), 'search')).toMatchObject({
      class: 'ok',
      tracks: [{ id: 4100001 }],
    });
  });

  it('are no tracks when none of them is one', async () => {
    expect((await readPage(pageOf({ body: bareHtml(row('')) }), 'search')).class).toBe('missing-payload');
  });

  it('are read beside the script of a challenge service', async () => {
    const body = bareHtml(`${LUMEN_ROW}<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>`);
    expect((await readPage(pageOf({ body }), 'search')).class).toBe('ok');
  });

  it('of a page cut short are not taken for all', async () => {
    const cut = bareHtml(LUMEN_ROW).replace('</html>', '');
    expect((await readPage(pageOf({ body: cut }), 'search')).class).toBe('transient');
  });

  it('are read through more wrapping than any page has', async () => {
    const wrapped = '<div>'.repeat(500) + LUMEN_ROW + '</div>'.repeat(500);
    expect(await readPage(pageOf({ body: bareHtml(wrapped) }), 'search')).toMatchObject({
      class: 'ok',
      tracks: [LUMEN],
    });
  });

  it.each([
    ['tags', '<i></i>'.repeat(15_000)],
    ['text', 'x'.repeat(3_000_001)],
  ])('behind too much %s are left alone', async (_, filler) => {
    expect((await readPage(pageOf({ body: bareHtml(LUMEN_ROW + filler) }), 'search')).class).toBe('missing-payload');
  });
});

describe('a rendered track page', () => {
  const url = 'https://www.beatport.com/track/lumen-drift/4100001';
  const heading = '<h1 class="TrackHeader-style__Name-sc-1 aBc">Lumen Drift<!-- --> <span>Kite Remix</span></h1>';
  const title =
    '<title>Ada Vale, Oona - Lumen Drift (Kite Remix) [Harbour &amp; Lights] | Music &amp; Downloads on Beatport</title>';
  const item = (label: string, value: string) =>
    `<div class="TrackMeta-style__MetaItem-sc-2"><div>${label}:</div>${value}</div>`;
  const facts = [
    item('Length', '<span>6:12</span>'),
    item('Released', '<span>2024-03-08</span>'),
    item('BPM', '<span>124</span>'),
    item('Key', '<span>A# Minor</span>'),
    item('Genre', '<a href="/genre/deep-house/12">Deep House</a>'),
  ].join('');
  const people =
    '<div class="Artists-styles__Items-sc-3"><span>Artists:</span><a href="/artist/ada-vale/31">Ada Vale</a></div>' +
    '<div class="Artists-styles__Items-sc-3"><span>Remixers:</span><a href="/artist/kite/47">Kite</a></div>';

  it('gives its heading, its title and its facts', async () => {
    const page = pageOf({ url, body: bareHtml(heading + people + facts, title) });
    expect(await readPage(page, 'track')).toEqual({
      class: 'ok',
      skipped: 0,
      source: 'html',
      tracks: [
        {
          id: 4100001,
          url,
          name: 'Lumen Drift',
          mixName: 'Kite Remix',
          artists: [{ id: 31, name: 'Ada Vale' }],
          remixers: [{ id: 47, name: 'Kite' }],
          keyName: 'A# Minor',
          key: { wheel: 3, mode: 'minor' },
          bpm: 124,
          lengthMs: 372_000,
          label: 'Harbour & Lights',
          genres: ['Deep House'],
          releaseDate: '2024-03-08',
        },
      ],
    });
  });

  it('gives the names in its title where it links nobody, and leaves absent what it does not show', async () => {
    const reading = await readPage(pageOf({ url, body: bareHtml(heading, title) }), 'track');
    expect(reading).toMatchObject({ tracks: [{ artists: [{ name: 'Ada Vale' }, { name: 'Oona' }], genres: [] }] });
    expect(reading).not.toHaveProperty('tracks.0.bpm');
    expect(reading).not.toHaveProperty('tracks.0.lengthMs');
  });

  it.each([
    ['1:02:30', 3_750_000],
    ['0:00', undefined],
    ['soon', undefined],
  ])('reads a length of %s', async (clock, lengthMs) => {
    const reading = await readPage(
      pageOf({ url, body: bareHtml(heading + item('Length', `<span>${clock}</span>`)) }),
      'track',
    );
    if (reading.class !== 'ok') throw new Error(reading.class);
    expect(reading.tracks[0]?.lengthMs).toBe(lengthMs);
  });

  it('is nothing without its number', async () => {
    const saved = pageOf({ url: 'file:///saved.html', body: bareHtml(heading, title) });
    expect((await readPage(saved, 'track')).class).toBe('missing-payload');
  });

  it.each([
    ['is blank', '<h1 class="TrackHeader-style__Name-x"> <span>Kite Remix</span></h1>'],
    ['is nested too deep to be walked', `<h1 class="TrackHeader-style__Name-x">x${'<b>'.repeat(15_000)}</h1>`],
  ])('is of unknown shape when its heading %s, which only reading it tells', async (_, body) => {
    const page = pageOf({ url, body: bareHtml(body) });
    expect(await readPage(page, 'track')).toEqual({
      class: 'unknown-shape',
      detail: 'visible rows that cannot be read',
    });
    expect(classify(page, 'track')).toBe('ok');
  });
});
