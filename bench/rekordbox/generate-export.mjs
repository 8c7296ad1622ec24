/**
 * Writes a made-up Rekordbox export of any size: the same options give the same bytes.
 *
 *     node bench/rekordbox/generate-export.mjs --out big.xml [--tracks 60000] [--playlists 200] [--seed 1]
 *
 * With the defaults it is 97 MB: 60,000 tracks, 120,000 beat grid marks, 480,000 cue marks, 200 playlists.
 */
import { once } from 'node:events';
import { createWriteStream, realpathSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What a large library of a working DJ comes to. */
export const DEFAULT_SIZE = { tracks: 60_000, playlists: 200, temposPerTrack: 2, marksPerTrack: 8, seed: 1 };

const ADJECTIVES = [
  'Deep',
  'Lost',
  'Electric',
  'Nächtliche',
  'Silent',
  'Golden',
  'Broken',
  'Étrange',
  'Red',
  'Endless',
];
const NOUNS = ['Harbour', 'Signals', 'Motion', 'Straße', 'Garden', 'Machine', 'Letters', 'Coração', 'Tide', 'Circuit'];
const MIXES = ['Original Mix', 'Extended Mix', 'Dub', 'Radio Edit', 'Club Mix', "Vera's Rework", 'Nord & Süd Remix'];
const GENRES = ['House', 'Techno (Peak Time / Driving)', 'Drum & Bass', 'Minimal / Deep Tech', 'Trance', ''];
const KEYS = ['8A', '1m', 'F#m', 'Db', '12B', 'Am', ''];

/**
 * The export as pieces of text, one per track or playlist.
 *
 * @param {Partial<typeof DEFAULT_SIZE>} [size]
 * @returns {Generator<string>}
 */
export function* generateExport(size = {}) {
  const options = { ...DEFAULT_SIZE, ...size };
  const random = randomNumbers(options.seed);
  yield lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '',
    '<DJ_PLAYLISTS Version="1.0.0">',
    '  <PRODUCT Name="rekordbox" Version="7.2.14" Company="AlphaTheta"/>',
    `  <COLLECTION Entries="${options.tracks}">`,
  ]);
  for (let index = 0; index < options.tracks; index += 1) yield track(index, options, random);
  yield lines(['  </COLLECTION>', '  <PLAYLISTS>', '    <NODE Type="0" Name="ROOT" Count="1">']);
  yield lines([`      <NODE Name="Sets" Type="0" Count="${options.playlists}">`]);
  for (let index = 0; index < options.playlists; index += 1) yield playlist(index, options, random);
  yield lines(['      </NODE>', '    </NODE>', '  </PLAYLISTS>', '</DJ_PLAYLISTS>']);
}

/**
 * Writes the export to a file.
 *
 * @param {string} path
 * @param {Partial<typeof DEFAULT_SIZE>} [size]
 * @returns {Promise<void>}
 */
export async function writeExport(path, size = {}) {
  const file = createWriteStream(path);
  for (const piece of generateExport(size)) {
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

/** The TrackID of the track at a position: spread out like those of Rekordbox 6 and 7, and never the same twice. */
function trackId(index) {
  return ((index + 1) * 7919) % 268_435_399;
}

function track(index, { temposPerTrack, marksPerTrack }, random) {
  const artist = `${pick(ADJECTIVES, random)} ${pick(NOUNS, random)} ${Math.floor(random() * 90)}`;
  const title = `${pick(ADJECTIVES, random)} ${pick(NOUNS, random)} ${index} (${pick(MIXES, random)})`;
  const seconds = 180 + Math.floor(random() * 300);
  const bpm = (90 + random() * 85).toFixed(2);
  const location = `/Users/dj/Music/Library/${artist}/${artist} - ${title}.mp3`;
  const attributes = Object.entries({
    TrackID: trackId(index),
    Name: title,
    Artist: artist,
    Composer: '',
    Album: `${pick(NOUNS, random)} EP`,
    Grouping: '',
    Genre: pick(GENRES, random),
    Kind: 'MP3 File',
    Size: seconds * 40_000 + Math.floor(random() * 40_000),
    TotalTime: seconds,
    DiscNumber: 0,
    TrackNumber: index % 12,
    Year: random() < 0.45 ? 0 : 2000 + Math.floor(random() * 26),
    AverageBpm: bpm,
    DateAdded: `20${10 + (index % 16)}-0${1 + (index % 9)}-${10 + (index % 19)}`,
    BitRate: 320,
    SampleRate: 44_100,
    Comments: random() < 0.3 ? `${pick(KEYS, random)} - Energy ${1 + Math.floor(random() * 9)}` : '',
    PlayCount: Math.floor(random() * 30),
    Rating: Math.floor(random() * 6) * 51,
    Location: `file://localhost${encodePath(location)}`,
    Remixer: '',
    Tonality: pick(KEYS, random),
    Label: random() < 0.2 ? `${pick(NOUNS, random)} Records` : '',
    Mix: '',
  }).map(([name, value]) => `${name}="${escapeXml(String(value))}"`);
  const children = [];
  for (let nth = 0; nth < temposPerTrack; nth += 1) {
    const start = (0.1 + (nth * seconds) / temposPerTrack).toFixed(3);
    children.push(`      <TEMPO Inizio="${start}" Bpm="${bpm}" Metro="4/4" Battito="${1 + (nth % 4)}"/>`);
  }
  for (let nth = 0; nth < marksPerTrack; nth += 1) {
    const start = ((nth * seconds) / marksPerTrack).toFixed(3);
    const cue = `Name="Cue ${nth + 1}" Type="0" Start="${start}" Num="${nth % 8}"`;
    children.push(`      <POSITION_MARK ${cue} Red="40" Green="226" Blue="20"/>`);
  }
  return lines([`    <TRACK ${wrap(attributes)}>`, ...children, '    </TRACK>']);
}

function playlist(index, { tracks }, random) {
  const entries = tracks === 0 ? 0 : 40 + Math.floor(random() * 80);
  const keys = Array.from({ length: entries }, () => trackId(Math.floor(random() * tracks)));
  return lines([
    `        <NODE Name="Night ${index + 1}" Type="1" KeyType="0" Entries="${entries}">`,
    ...keys.map((key) => `          <TRACK Key="${key}"/>`),
    '        </NODE>',
  ]);
}

/** As Rekordbox breaks the lines of a tag: after the attribute that passes some 80 columns. */
function wrap(attributes) {
  const rows = [''];
  for (const attribute of attributes) {
    const row = rows.at(-1) ?? '';
    if (row.length > 60) rows.push(attribute);
    else rows[rows.length - 1] = row === '' ? attribute : `${row} ${attribute}`;
  }
  return rows.join('\r\n           ');
}

/** As Rekordbox encodes a path: lower-case hex, with these characters left as they are. */
function encodePath(path) {
  return encodeURIComponent(path)
    .replace(/%(?:2F|3A|2C|3B|3D|24|40|2B|23|3F)/g, decodeURIComponent)
    .replace(/'/g, '%27')
    .replace(/%[\dA-F]{2}/g, (hex) => hex.toLowerCase());
}

function escapeXml(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}

function lines(texts) {
  return texts.map((text) => `${text}\r\n`).join('');
}

function pick(items, random) {
  return items[Math.floor(random() * items.length)];
}

/** Numbers in [0, 1) from a linear congruential generator (the constants of Numerical Recipes): no two runs differ. */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      tracks: { type: 'string', default: String(DEFAULT_SIZE.tracks) },
      playlists: { type: 'string', default: String(DEFAULT_SIZE.playlists) },
      seed: { type: 'string', default: String(DEFAULT_SIZE.seed) },
    },
  });
  if (values.out === undefined) throw new Error('give the file to write: --out big.xml');
  await writeExport(values.out, {
    tracks: Number(values.tracks),
    playlists: Number(values.playlists),
    seed: Number(values.seed),
  });
}
