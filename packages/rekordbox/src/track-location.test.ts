import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLocation, type TrackLocation } from './track-location.js';

const file = (path: string): TrackLocation => ({ kind: 'file', path });
const streaming = (service: string, reference: string): TrackLocation => ({ kind: 'streaming', service, reference });

describe('decodeLocation', () => {
  it.each<[what: string, location: string, expected: TrackLocation]>([
    ['a macOS path', 'file://localhost/Users/dj/Music/a.mp3', file('/Users/dj/Music/a.mp3')],
    ['a Windows drive', 'file://localhost/C:/Music/a.mp3', file('C:/Music/a.mp3')],
    ['a network share', 'file://localhost//nas/music/a.mp3', file('//nas/music/a.mp3')],
    ['the short form of other programs', 'file:///D:/a.mp3', file('D:/a.mp3')],
    ['lower-case hex', 'file://localhost/a%20%5bb%5d%c3%bc.mp3', file('/a [b]ü.mp3')],
    ['upper-case hex', 'file://localhost/%C3%9Cber.mp3', file('/Über.mp3')],
    ['four bytes', 'file://localhost/%f0%9f%8e%a7.mp3', file('/🎧.mp3')],
    ['#, ? and + as they are', 'file://localhost/a#1?b+c.mp3', file('/a#1?b+c.mp3')],
    ['one decoding only', 'file://localhost/R%26amp;B%2520.mp3', file('/R&amp;B%20.mp3')],
    ['raw spaces and umlauts', 'file://localhost/M:/Schöne Tänze/a.mp3', file('M:/Schöne Tänze/a.mp3')],
    ['a percent sign that encodes nothing', 'file://localhost/100% Pure%20Love.mp3', file('/100% Pure Love.mp3')],
    ['a cut sequence', 'file://localhost/a%2', file('/a%2')],
    ['Latin-1 bytes', 'file://localhost/f%fcr%20dich.mp3', file('/f%fcr dich.mp3')],
    ['an encoded surrogate', 'file://localhost/%ed%a0%80.mp3', file('/%ed%a0%80.mp3')],
    ['an encoded NUL', 'file://localhost/a%00b.mp3', file('/a%00b.mp3')],
    ['a placeholder without a slash', 'file://localhost{folder}/a.mp3', file('{folder}/a.mp3')],
    ['a bare path', '/Volumes/USB/a.mp3', file('/Volumes/USB/a.mp3')],
    ['a bare Windows path', 'C:/Music/a.mp3', file('C:/Music/a.mp3')],
    ['a colon in a folder', 'file://localhost/Music/re:mix/a.mp3', file('/Music/re:mix/a.mp3')],
    ['streaming on macOS', 'file://localhostsoundcloud:tracks:12', streaming('soundcloud', 'tracks:12')],
    ['streaming on Windows', 'file://localhost/soundcloud:tracks:12', streaming('soundcloud', 'tracks:12')],
    ['another service', 'file://localhostspotify:track:4uLU6h', streaming('spotify', 'track:4uLU6h')],
    ['nothing', '', { kind: 'none' }],
    ['a prefix without a path', 'file://localhost', { kind: 'none' }],
  ])('%s', (_, location, expected) => {
    expect(decodeLocation(location)).toEqual(expected);
  });

  it('gives back any path that was encoded', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(name, (text) => {
        const location = `file://localhost/Users/${encodeURIComponent(text)}`;
        expect(decodeLocation(location)).toEqual(file(`/Users/${text}`));
      }),
    );
  });

  it('never throws, whatever stands after a percent sign', () => {
    const piece = fc.constantFrom('%', '%c3', '%bc', '%e2%82', '%ed%a0%80', '%f7', '%zz', 'é', ' ', 'a');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(decodeLocation(`file://localhost/${pieces.join('')}`)).toHaveProperty('kind', 'file');
      }),
    );
  });
});
