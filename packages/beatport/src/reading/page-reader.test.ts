import { describe, expect, it } from 'vitest';
import { bareHtml, envelope, htmlOf, pageOf, query } from '../../test/pages.js';
import { searchRowOf } from '../../test/tracks.js';
import { createPageReader } from './page-reader.js';

/** A clock that moves on by 5 ms with every look at it. */
function ticking(): () => number {
  let now = 0;
  return () => {
    now += 5;
    return now;
  };
}

describe('createPageReader', () => {
  const page = pageOf({ body: htmlOf(envelope([query('search-tracks', { data: [searchRowOf()] })])) });

  it('reads a page once, whoever asks first, and keeps what that cost', async () => {
    const reader = createPageReader({ clock: ticking() });
    expect(reader.classify(page, 'search')).toBe('ok');
    const first = await reader.read(page, 'search');
    expect(first.parseMs).toBe(5);
    expect((await reader.read(page, 'search')).reading).toBe(first.reading);
  });

  it('reads it anew as another kind', async () => {
    const reader = createPageReader({ clock: ticking() });
    expect(reader.classify(page, 'search')).toBe('ok');
    expect(reader.classify(page, 'track')).toBe('shell');
    expect(reader.classify(page, 'search')).toBe('ok');
  });

  it('adds what parsing a rendered page takes', async () => {
    const row = '<div data-testid="tracks-table-row"><a href="/track/low-tide/5" title="Low Tide">Low Tide</a></div>';
    const rendered = pageOf({ body: bareHtml(row) });
    const { reading, parseMs } = await createPageReader({ clock: ticking() }).read(rendered, 'search');
    expect(reading).toMatchObject({ class: 'ok', tracks: [{ id: 5, name: 'Low Tide' }], source: 'html' });
    expect(parseMs).toBe(10);
  });

  it('remembers what stood on a page that was made lighter', async () => {
    const reader = createPageReader({ clock: ticking() });
    const { reading } = await reader.read(page, 'search');
    const light = reader.lighten(page, 'search');
    expect(light).toEqual({ ...page, body: '' });
    expect(reader.classify(light, 'search')).toBe('ok');
    expect(await reader.read(light, 'search')).toEqual({ reading, parseMs: 0 });
  });

  it('leaves a rendered page its body, since that is read only on demand', () => {
    const row = '<div data-testid="tracks-table-row"><a href="/track/low-tide/5" title="Low Tide">Low Tide</a></div>';
    const rendered = pageOf({ body: bareHtml(row) });
    expect(createPageReader().lighten(rendered, 'search')).toBe(rendered);
  });

  it('leads links to its own site', async () => {
    const reader = createPageReader({ baseUrl: 'http://127.0.0.1:9' });
    expect((await reader.read(page, 'search')).reading).toMatchObject({
      tracks: [{ url: 'http://127.0.0.1:9/track/lumen-drift/4100001' }],
    });
  });
});
