import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCatalogue, readCatalogue } from './read-catalogue.js';

const good = '{"id":1,"name":"Low Tide","artists":["Mara Venn"],"source":"a secret","filled":["bpm"]}';

describe('readCatalogue', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const write = async (name: string, content: string | Buffer): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, content);
    return file;
  };

  it.each([
    ['plain.jsonl', `${good}\n\n{"id":2,"name":"High Tide"}\n`],
    ['windows.jsonl', `${good}\r\n{"id":2,"name":"High Tide"}\r\n`],
    ['packed.jsonl.gz', gzipSync(`${good}\n{"id":2,"name":"High Tide"}`)],
  ])('reads %s', async (name, content) => {
    const tracks = await readCatalogue(await write(name, content));
    expect(tracks.map((track) => [track.id, track.name, track.mixName])).toEqual([
      [1, 'Low Tide', 'Original Mix'],
      [2, 'High Tide', 'Original Mix'],
    ]);
  });

  it('drops what the store would not show', async () => {
    const [track] = await readCatalogue(await write('notes.jsonl', good));
    expect(JSON.stringify(track)).not.toMatch(/secret|filled|source/);
  });

  it.each([
    ['not JSON', `${good}\n{"id":`, /line 2: this is not JSON/],
    ['a missing name', `${good}\n\n{"id":2}`, /line 3: .*name/s],
    ['an unknown key', '{"id":2,"name":"A","key":"H Minor"}', /line 1: .*"H Minor" is no key of the store/s],
    ['an id used twice', `${good}\n${good}`, /line 2: id 1 was already used in .*line 1/],
    ['a date that is none', '{"id":2,"name":"A","release_date":"2020-13-01"}', /line 1: .*release_date/s],
  ])('names the line of %s', async (name, content, message) => {
    const file = await write(`${name.replaceAll(' ', '-')}.jsonl`, content);
    await expect(readCatalogue(file)).rejects.toMatchObject({
      code: 'STAND_IN_CATALOGUE',
      message: expect.stringMatching(message),
    });
  });

  it('says which file is not there', async () => {
    const file = join(folder, 'nowhere.jsonl');
    await expect(readCatalogue(file)).rejects.toMatchObject({
      code: 'STAND_IN_CATALOGUE',
      message: expect.stringContaining(file),
      hint: expect.stringContaining('.jsonl'),
    });
  });
});

describe('checkCatalogue', () => {
  it('names the row that is wrong', () => {
    expect(() =>
      checkCatalogue([
        { id: 1, name: 'A' },
        { id: 0, name: 'B' },
      ]),
    ).toThrow(/row 2: .*id/s);
  });
});
