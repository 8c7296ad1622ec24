import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataIn, holdsData, pageAround } from './page-data.js';

const withProps = (pageProps: unknown) => JSON.stringify({ props: { pageProps }, page: '/search' });

describe('holdsData', () => {
  it.each([
    [withProps({ dehydratedState: { queries: [] } }), true],
    [withProps({}), false],
    [withProps(null), false],
    ['{"props":null}', false],
    ['{"props":{"pageProps":{"a":1', false],
    ['null', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(holdsData(text)).toBe(expected);
  });
});

describe('dataIn', () => {
  it.each([
    [
      `<html><script id="__NEXT_DATA__" type="application/json">${withProps({ a: '<b>' })}</script></html>`,
      withProps({ a: '<b>' }),
    ],
    [
      `<script type="application/json" id="__NEXT_DATA__" nonce="x">${withProps({ a: 1 })}</script>`,
      withProps({ a: 1 }),
    ],
    [`<script id="__NEXT_DATA__">${withProps({})}</script>`, undefined],
    [`<script id="__NEXT_DATA__">${withProps({ a: 1 }).slice(0, -4)}`, undefined],
    ['<div id="__next"></div><script>1</script>', undefined],
  ])('of %s', (html, expected) => {
    expect(dataIn(html)).toBe(expected);
  });

  it('reads back whatever is put in a page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (title, rest) => {
        const value = { props: { pageProps: { title, rest, tricky: `</script>${title}<!--` } } };
        const json = dataIn(pageAround(JSON.stringify(value)));
        expect(JSON.parse(json ?? 'null')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
