import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultOutDir } from './output-folder.js';

const nameOf = (...playlists: string[]) => basename(defaultOutDir(playlists, 'Collection'));

describe('defaultOutDir', () => {
  it.each<[readonly string[], string]>([
    [[], 'Collection'],
    [['Sets/Friday'], 'Sets - Friday'],
    [['Warmup', 'Sets/Friday'], 'Warmup + Sets - Friday'],
    [['../../x'], '- .. - x'],
    [['..'], 'playlist'],
    [['a.. '], 'a'],
    [['what?'], 'what_'],
    [['con'], 'playlist con'],
    [['con.txt'], 'playlist con.txt'],
    [['concert'], 'concert'],
    [['a\u202Eb'], 'ab'],
    [['x'.repeat(80)], 'x'.repeat(80)],
  ])('of %j is %s', (playlists, name) => {
    expect(nameOf(...playlists)).toBe(name);
    expect(basename(dirname(defaultOutDir(playlists, 'Collection')))).toBe('cuepoint-out');
  });

  it('keeps long names apart that begin alike', () => {
    const long = `Archive/${'x'.repeat(90)}`;
    const names = [nameOf(`${long}/Part 1`), nameOf(`${long}/Part 2`), nameOf(long, 'a'), nameOf(long, 'b')];
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^Archive - x{61} [\da-f]{8}$/);
  });

  it('does not cut an emoji in two', () => {
    // Half of one is a character that no URL can hold.
    for (const before of ['', 'x']) expect(() => encodeURIComponent(nameOf(before + '🎧'.repeat(60)))).not.toThrow();
  });
});
