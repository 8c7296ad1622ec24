import { describe, expect, it } from 'vitest';
import { bareHtml, envelope, htmlOf, pageOf, query } from '../../test/pages.js';
import { searchRowOf } from '../../test/tracks.js';
import { extractBody } from './extract-body.js';
import { readPage } from './read-page.js';

const whole = envelope([query('search-tracks', { data: [searchRowOf()] })]);

describe('extractBody', () => {
  it('reads as the whole page does', async () => {
    const page = pageOf({ body: htmlOf(whole) });
    const extract = { ...page, body: extractBody(page) };
    expect(await readPage(extract, 'search')).toEqual(await readPage(page, 'search'));
    expect(extract.body.length).toBeLessThan(page.body.length);
  });

  it('leaves out what is the visitor’s own', () => {
    const body = htmlOf(whole).replace('"pageProps":{', '"pageProps":{"anonSession":{"access_token":"secret-1"},');
    expect(body).toContain('secret-1');
    expect(extractBody(pageOf({ body }))).not.toContain('secret-1');
  });

  it('keeps a rendered page, and an answer of the API, as they are', () => {
    for (const body of [
      bareHtml('<p>rendered</p>'),
      '{"tracks":[],"count":0}',
      'cut off <script id="__NEXT_DATA__">{',
    ]) {
      expect(extractBody(pageOf({ body }))).toBe(body);
    }
  });
});
