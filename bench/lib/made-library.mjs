import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIRST = ['Copper', 'Velvet', 'Static', 'Harbour', 'Gravel', 'Paper', 'Winter', 'Signal', 'Amber', 'Hollow'];
const SECOND = ['Meridian', 'Orchard', 'Lantern', 'Tide', 'Engine', 'Parade', 'Weather', 'Bridge', 'Garden', 'Motor'];

/**
 * Writes an export of so many tracks, and the catalogue that sells every second of them, into a folder.
 *
 * @param {string} folder
 * @param {number} tracks
 */
export function makeLibrary(folder, tracks) {
  const all = Array.from({ length: tracks }, (_, n) => ({
    n,
    name: `${FIRST[n % 10]} ${SECOND[Math.floor(n / 10) % 10]} ${n}`,
    artist: `Maker ${n % 37}`,
    seconds: 300 + (n % 120),
    bpm: 118 + (n % 12),
  }));
  const library = join(folder, 'library.xml');
  const catalogue = join(folder, 'catalogue.jsonl');
  const rows = all.map(
    ({ n, name, artist, seconds, bpm }) =>
      `<TRACK TrackID="${n}" Name="${name} (Original Mix)" Artist="${artist}" TotalTime="${seconds}" AverageBpm="${bpm}.00" Tonality="8A" Location="file://localhost/m/${n}.mp3"/>`,
  );
  writeFileSync(
    library,
    `<?xml version="1.0" encoding="UTF-8"?>\n<DJ_PLAYLISTS Version="1.0.0"><PRODUCT Name="rekordbox" Version="7.0.9"/><COLLECTION Entries="${tracks}">${rows.join('\n')}</COLLECTION><PLAYLISTS><NODE Type="0" Name="ROOT" Count="0"/></PLAYLISTS></DJ_PLAYLISTS>\n`,
  );
  writeFileSync(
    catalogue,
    all
      .filter(({ n }) => n % 2 === 0)
      .map(({ n, name, artist, seconds, bpm }) =>
        JSON.stringify({
          ...{
            id: 6_000_000 + n,
            name,
            mix_name: 'Original Mix',
            artists: [artist],
            label: 'Quay Works',
            genre: 'House',
          },
          ...{ bpm, key: 'A Minor', length_ms: seconds * 1000, release_name: name, release_date: '2022-02-02' },
        }),
      )
      .join('\n'),
  );
  return { library, catalogue };
}
