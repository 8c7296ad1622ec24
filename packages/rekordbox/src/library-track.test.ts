import { describe, expect, it } from 'vitest';
import { toLibraryTrack } from './library-track.js';
import { TrackStore } from './track-store.js';

function convert(attributes: Readonly<Record<string, string>>) {
  return toLibraryTrack(new TrackStore().track('7', { TrackID: '7', ...attributes }));
}

describe('toLibraryTrack', () => {
  it('takes over the texts untouched and reads the numbers', () => {
    const track = convert({
      Name: ' Night Bus ',
      Artist: 'Mira, Tom & Co',
      Album: 'EP',
      Remixer: 'R',
      Mix: 'Dub',
      Label: 'L',
      Genre: 'House',
      Comments: '8A - Energy 6',
      Tonality: 'F#m',
      TotalTime: '372',
      AverageBpm: '127.98',
      Year: '2019',
      Location: 'file://localhost/C:/Music/Night%20Bus.mp3',
    });
    expect(track).toEqual({
      trackId: '7',
      name: ' Night Bus ',
      artist: 'Mira, Tom & Co',
      album: 'EP',
      remixer: 'R',
      mix: 'Dub',
      label: 'L',
      genre: 'House',
      comments: '8A - Energy 6',
      tonality: 'F#m',
      durationSeconds: 372,
      bpm: 127.98,
      year: 2019,
      path: 'C:/Music/Night Bus.mp3',
      source: 'file',
    });
  });

  it('has empty texts and no numbers for a track that says nothing', () => {
    const track = convert({});
    expect(track).toMatchObject({ name: '', artist: '', tonality: '', source: 'file' });
    for (const key of ['durationSeconds', 'bpm', 'year', 'path']) expect(track).not.toHaveProperty(key);
  });

  it.each([
    ['TotalTime', 'durationSeconds', '0', undefined],
    ['TotalTime', 'durationSeconds', '-5', undefined],
    ['TotalTime', 'durationSeconds', '5:12', undefined],
    ['TotalTime', 'durationSeconds', '1e9', undefined],
    ['TotalTime', 'durationSeconds', '312.6', 313],
    ['TotalTime', 'durationSeconds', '0.2', undefined],
    ['AverageBpm', 'bpm', '0.00', undefined],
    ['AverageBpm', 'bpm', '128,00', undefined],
    ['AverageBpm', 'bpm', '12800', undefined],
    ['AverageBpm', 'bpm', 'NaN', undefined],
    ['AverageBpm', 'bpm', ' 174.5 ', 174.5],
    ['Year', 'year', '0', undefined],
    ['Year', 'year', '19', undefined],
    ['Year', 'year', '20199', undefined],
    ['Year', 'year', '2019-05-01', undefined],
    ['Year', 'year', '1979', 1979],
  ])('%s → %s: "%s"', (attribute, field, text, expected) => {
    expect(Object.entries(convert({ [attribute]: text })).find(([name]) => name === field)?.[1]).toBe(expected);
  });

  it.each([
    ['file://localhost/C:/Users/dj/Music/PioneerDJ/Demo%20Tracks/Demo%20Track%201.mp3', 'factory-sample'],
    ['file://localhost/Users/dj/Music/rekordbox/Sampler/OSC_SAMPLER/NOISE.wav', 'factory-sample'],
    ['file://localhost/Users/dj/Music/PioneerDJ/Recording/My%20Set.wav', 'file'],
    ['file://localhost/Users/dj/Sampler/vinyl.wav', 'file'],
    ['file://localhost/Users/dj/not-rekordbox/Sampler/a.wav', 'file'],
    ['file://localhosttidal:tracks:77', 'streaming'],
    ['', 'file'],
  ])('%s is a %s', (location, source) => {
    expect(convert({ Location: location }).source).toBe(source);
  });

  it('gives a path to files only', () => {
    expect(convert({ Location: 'file://localhosttidal:tracks:77' })).not.toHaveProperty('path');
  });
});
