import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from './create-fetcher.js';
import { listFetchers } from './list-fetchers.js';
import { loadFetcher } from './load-fetcher.js';

const CONTEXT = {
  allowedOrigins: ['https://www.example.test'],
  timeoutMs: 1_000,
  maxBodyBytes: 1_000,
  userAgent: 'CuePoint/test',
  maxInFlight: 5,
  log: () => {},
};

/** The source of a plug-in with some of its parts replaced. */
const source = (parts: Readonly<Record<string, string>> = {}): string => {
  const all = {
    apiVersion: '1',
    name: '"quiet"',
    summary: '"says nothing"',
    options: '{ "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } }',
    create: '() => { throw new Error("no such luck"); }',
    ...parts,
  };
  return `export default { ${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} };`;
};

describe('loading a fetcher', () => {
  let folder: string;
  /** Where a user would be: in a folder of a project. */
  let inside: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuepoint fetchers ä '));
    inside = join(folder, 'music', 'sets');
    const manifest = (name: string, rest: object) =>
      JSON.stringify({ name, version: '1.2.3', type: 'module', ...rest });
    const files = {
      'node_modules/cuepoint-fetcher-import-only/package.json': manifest('cuepoint-fetcher-import-only', {
        exports: { '.': { types: './x.d.ts', require: './x.cjs', import: './lib/plugin.js' }, './more': './more.js' },
      }),
      'node_modules/cuepoint-fetcher-import-only/lib/plugin.js': source({ summary: '"import only"' }),
      'node_modules/@me/cuepoint-fetcher-scoped/package.json': manifest('@me/cuepoint-fetcher-scoped', {
        main: 'm.js',
      }),
      'node_modules/@me/cuepoint-fetcher-scoped/m.js': source({ summary: '"scoped"', concurrency: '3' }),
      'node_modules/other-name/package.json': manifest('other-name', {}),
      'node_modules/other-name/index.js': source({ summary: '"by its whole name"' }),
      'node_modules/cuepoint-fetcher-old/package.json': manifest('cuepoint-fetcher-old', { exports: './x.js' }),
      'node_modules/cuepoint-fetcher-old/x.js': source({ apiVersion: '0' }),
      'music/sets/plugin.mjs': source({ summary: '"a file"' }),
      'music/sets/newer.mjs': source({ apiVersion: '2' }),
      'music/sets/taken.mjs': source({ name: '"browser"' }),
      'music/sets/empty.mjs': 'export const nothing = 1;',
      'music/sets/faulty.mjs': source({ summary: '""', options: '{}', create: '1' }),
      'music/sets/throws.mjs': 'throw new Error("a module of sorrow");',
      'music/sets/no-fetcher.mjs': source({ create: '() => ({ name: "quiet", concurrency: 0 })' }),
      'package.json': JSON.stringify({
        dependencies: { 'cuepoint-fetcher-import-only': '1', 'other-name': '1', 'cuepoint-fetcher-old': '1' },
        devDependencies: { '@me/cuepoint-fetcher-scoped': '1', 'cuepoint-fetcher-gone': '1' },
      }),
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['sync', 'one request at a time, in order, on one connection'],
    ['import-only', 'import only'],
    ['cuepoint-fetcher-import-only', 'import only'],
    ['@me/cuepoint-fetcher-scoped', 'scoped'],
    ['other-name', 'by its whole name'],
    ['./plugin.mjs', 'a file'],
    ['plugin.mjs', 'a file'],
    ['../../node_modules/other-name', 'by its whole name'],
  ])('finds %s', async (name, summary) => {
    expect((await loadFetcher(name, inside)).summary).toBe(summary);
  });

  it('finds an absolute path', async () => {
    expect((await loadFetcher(join(inside, 'plugin.mjs'), tmpdir())).summary).toBe('a file');
  });

  it.each([
    ['asnyc', 'FETCHER_UNKNOWN', 'There is no fetcher called "asnyc".'],
    ['auto', 'FETCHER_UNKNOWN', 'The fetcher "auto" is not part of this version.'],
    ['x/../../y', 'FETCHER_UNKNOWN', 'There is no fetcher called "x/../../y".'],
    ['./gone.mjs', 'FETCHER_UNKNOWN', 'There is no fetcher at ./gone.mjs, seen from '],
    [
      './newer.mjs',
      'FETCHER_INCOMPATIBLE',
      'is made for version 2 of the fetcher contract; this CuePoint speaks version 1.',
    ],
    ['./empty.mjs', 'FETCHER_BROKEN', 'has no plug-in as its default export.'],
    ['./taken.mjs', 'FETCHER_BROKEN', 'name must be none of sync, async, browser, saved, auto, which are taken'],
    [
      './faulty.mjs',
      'FETCHER_BROKEN',
      'summary must be one line of text; options must be a schema with a "~standard" property (zod, valibot and arktype make such schemas); create must be a function.',
    ],
    ['./throws.mjs', 'FETCHER_BROKEN', 'cannot be loaded: a module of sorrow'],
    ['old', 'FETCHER_INCOMPATIBLE', 'cuepoint-fetcher-old 1.2.3 is made for version 0'],
  ])('refuses %s', async (name, code, message) => {
    await expect(loadFetcher(name, inside)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\S/),
    });
  });

  it.each([
    ['plugin.mjs', 'The fetcher "quiet" cannot be made: no such luck'],
    [
      'no-fetcher.mjs',
      'The fetcher that "quiet" makes is none: concurrency must be 1 or more; fetch must be a function; [Symbol.asyncDispose] must be a function.',
    ],
  ])('refuses what %s makes', async (file, message) => {
    const made = createFetcher(join(inside, file), {}, CONTEXT);
    await expect(made).rejects.toMatchObject({ code: 'FETCHER_BROKEN', message });
  });

  it('lists what is there, and what cannot be used with the reason', async () => {
    const fetchers = await listFetchers(inside);
    expect(fetchers.map(({ name, concurrency, problem }) => [name, concurrency, problem])).toEqual([
      ['sync', 1, null],
      ['async', 'max-in-flight', null],
      ['@me/cuepoint-fetcher-scoped', 3, null],
      ['gone', null, 'It is not installed: npm install'],
      ['import-only', null, null],
      ['old', null, expect.stringContaining('made for version 0')],
    ]);
    expect(fetchers.map(({ options }) => options)).toEqual([
      [],
      [
        {
          name: 'connections',
          takes: 'whole number from 1 to 100',
          required: false,
          default: null,
          description: 'Connections kept open; as many as max_in_flight unless given.',
        },
      ],
      ...[null, null, null, null],
    ]);
  });
});
