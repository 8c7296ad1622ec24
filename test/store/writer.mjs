/**
 * A process to be killed: writes pages and results without end, and tells each one when its write has returned.
 *
 *     node writer.mjs FOLDER DRIVER [COUNT]
 */
import { writeSync } from 'node:fs';
import { availableDrivers, openDataStore, openPageStore } from '@cuepoint/store';
import { bodyOf, resultOf } from './written.mjs';

const [folder = '', name, count = 'Infinity'] = process.argv.slice(2);
const driver = (await availableDrivers()).find((each) => each.name === name);
if (driver === undefined) throw new Error(`No driver ${name}`);

const pages = await openPageStore({ folder, driver });
const data = await openDataStore({ folder, driver });
const run = data.journal.openRun({ settings: 'v1', library: { path: 'x.xml', sha256: 'aa' }, playlists: ['All'] });
for (let index = run.recorded; index < Number(count); index += 1) {
  const url = `https://store.example/search?q=${index}`;
  pages.put({
    url,
    answeredUrl: url,
    kind: 'search',
    class: 'ok',
    status: 200,
    fetchedBy: 'sync',
    body: bodyOf(index),
  });
  run.record(`1:${index}`, resultOf(index));
  writeSync(1, `${index}\n`);
}
