import { describe, expect, it } from 'vitest';
import { createPageUrls } from './page-urls.js';
import { slugify } from './slugify.js';
import { isCatalogTrackId, readTrackId } from './track-id.js';

describe('createPageUrls', () => {
  it('builds the pages of the real site by default', () => {
    const urls = createPageUrls();
    expect(urls.searchTracks('Ada Vale Lumen & Drift (Kite)')).toBe(
      'https://www.beatport.com/search/tracks?q=Ada+Vale+Lumen+%26+Drift+%28Kite%29&per_page=50',
    );
    expect(urls.searchAll('über ☾')).toBe('https://www.beatport.com/search?q=%C3%BCber+%E2%98%BE');
  });

  it('builds those of any other origin, and leaves out a path behind it', () => {
    const urls = createPageUrls('http://127.0.0.1:8080/');
    const id = readTrackId('12');
    if (id === undefined) throw new Error('12 is a track id');
    expect(urls.track(id)).toBe('http://127.0.0.1:8080/track/track/12');
    expect(urls.track(id, 'a/b')).toBe('http://127.0.0.1:8080/track/a%2Fb/12');
  });

  it('refuses what is no URL', () => {
    expect(() => createPageUrls('beatport')).toThrow(TypeError);
  });
});

describe('slugify', () => {
  it.each([
    ['The Night Is Blue', 'the-night-is-blue'],
    ['Drum & Bass', 'drum-bass'],
    ["Kite's 'Outer' Remix (Live)", 'kites-outer-remix-live'],
    ['Señor Crème', 'senor-creme'],
    ['--a  b--', 'a-b'],
    ['夜', 'track'],
    ['', 'track'],
  ])('%j gives %s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });
});

describe('readTrackId', () => {
  it.each([
    ['1696999', 1696999],
    ['  42 ', 42],
    ['https://www.beatport.com/track/strobe/1696999', 1696999],
    ['https://www.beatport.com/de/track/-/1696999/', 1696999],
    ['https://www.beatport.com/ja/track/%E5%A4%9C/1696999?utm=1#top', 1696999],
    ['www.beatport.com/track/strobe/1696999', 1696999],
    ['http://beatport.com/track//1696999', 1696999],
    ['https://embed.beatport.com/?id=77&type=track', 77],
    ['https://embed.beatport.com/track?id=78', 78],
    ['https://api.beatport.com/v4/catalog/tracks/79/', 79],
    ['https://www.beatport.com/_next/data/b1/en/track/strobe/80.json?description=strobe&id=80', 80],
  ])('reads %s', (text, id) => {
    expect(readTrackId(text)).toBe(id);
  });

  it.each([
    '',
    '0',
    '-3',
    '99999999999999999999',
    'strobe',
    'https://www.beatport.com/release/strobe/331337',
    'https://embed.beatport.com/?id=77&type=release',
    'https://www.beatport.com/track/strobe',
    'https://www.beatport.com/track/strobe/12x',
    'https://example.com/track/strobe/1696999',
    'https://notbeatport.com/track/strobe/1696999',
    'https://beatport.com.example.org/track/strobe/1696999',
    'http://[',
  ])('reads nothing in %j', (text) => {
    expect(readTrackId(text)).toBeUndefined();
  });

  it('reads links of the configured site', () => {
    expect(readTrackId('http://127.0.0.1:8080/track/x/5', 'http://127.0.0.1:8080')).toBe(5);
    expect(readTrackId('http://127.0.0.1:8081/track/x/5', 'http://127.0.0.1:8080')).toBeUndefined();
  });
});

describe('isCatalogTrackId', () => {
  it.each([
    [1, true],
    [0, false],
    [1.5, false],
    [Number.NaN, false],
    [2 ** 60, false],
    ['1', false],
  ])('%s: %s', (value, expected) => {
    expect(isCatalogTrackId(value)).toBe(expected);
  });
});
