import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueRow } from '@cuepoint/stand-in';

const ARTISTS = ['Nadelöhr', 'Pale Lantern', 'Corvid Two', 'Isla Ferro', 'Tundra Kid', 'Mareike Voss'];
const NOUNS = ['Harbour', 'Copper', 'Static', 'Meridian', 'Velvet', 'Gravel', 'Signal', 'Orchard'];

/** A small export and the store that sells it, in a folder of their own. */
export interface SmallLibrary extends AsyncDisposable {
  readonly file: string;
  readonly folder: string;
  readonly rows: readonly CatalogueRow[];
  readonly tracks: number;
  /** The id that the n-th track of the list must be matched to. */
  readonly expected: readonly number[];
}

/**
 * Writes the export. Every third track wants the original, the next the extended mix, the next a remix.
 *
 * @param size Works that are sold as Original Mix, Extended Mix and a remix; the library holds one version of each.
 */
export async function smallLibrary(size = 24): Promise<SmallLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-test-'));
  const works = Array.from({ length: size }, (_, n) => work(n));
  const rows = works.flatMap(({ versions }) => versions);
  const wanted = works.map(({ versions }, n) => versions[n % 3]).filter((row) => row !== undefined);
  const file = join(folder, 'library.xml');
  await writeFile(file, exportOf(wanted));
  return {
    file,
    folder,
    rows,
    tracks: wanted.length,
    expected: wanted.map((row) => row.id),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function work(n: number): { readonly versions: readonly CatalogueRow[] } {
  const name = `${NOUNS[n % NOUNS.length]} ${NOUNS[(n * 3 + 1) % NOUNS.length]} ${n}`;
  const artist = ARTISTS[n % ARTISTS.length] ?? '';
  const remixer = ARTISTS[(n + 1) % ARTISTS.length] ?? '';
  const base = {
    slug: null,
    name,
    artists: [artist],
    label: 'Quay Works',
    genre: 'Melodic House & Techno',
    sub_genre: null,
    bpm: 120 + (n % 8),
    isrc: null,
    release_name: name,
    release_id: 9000 + n,
    catalog_number: `QW${n}`,
    release_date: '2021-03-12',
  };
  return {
    versions: [
      { ...base, id: 5_000_000 + n * 10, mix_name: 'Original Mix', remixers: [], key: 'A Minor', length_ms: 352_000 },
      { ...base, id: 5_000_001 + n * 10, mix_name: 'Extended Mix', remixers: [], key: 'A Minor', length_ms: 431_000 },
      {
        ...base,
        id: 5_000_002 + n * 10,
        mix_name: `${remixer} Remix`,
        remixers: [remixer],
        key: 'F# Minor',
        length_ms: 388_000,
      },
    ],
  };
}

function exportOf(rows: readonly CatalogueRow[]): string {
  const tracks = rows.map(
    (row, at) =>
      `<TRACK TrackID="${at + 1}" Name="${row.name} (${row.mix_name})" Artist="${(row.artists ?? []).join(', ')}" ` +
      `TotalTime="${Math.round((row.length_ms ?? 0) / 1000)}" AverageBpm="${row.bpm}.00" Tonality="${row.key === 'A Minor' ? '8A' : 'F#m'}" ` +
      `Location="file://localhost/Users/dj/Music/${at}.mp3"/>`,
  );
  const keys = rows.map((_, at) => `<TRACK Key="${at + 1}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<DJ_PLAYLISTS Version="1.0.0"><PRODUCT Name="rekordbox" Version="7.0.9" Company="AlphaTheta"/>
<COLLECTION Entries="${rows.length}">${tracks.join('\n')}</COLLECTION>
<PLAYLISTS><NODE Type="0" Name="ROOT" Count="1"><NODE Name="Sets" Type="0" Count="1">
<NODE Name="All" Type="1" KeyType="0" Entries="${rows.length}">${keys}</NODE></NODE></NODE></PLAYLISTS></DJ_PLAYLISTS>
`;
}
