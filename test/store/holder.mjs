/** A process to be killed: takes the run lock and keeps it. `node holder.mjs FOLDER DRIVER` */
import { writeSync } from 'node:fs';
import { acquireRunLock, availableDrivers } from '@cuepoint/store';

const [folder = '', name] = process.argv.slice(2);
const driver = (await availableDrivers()).find((each) => each.name === name);
if (driver === undefined) throw new Error(`No driver ${name}`);
const lock = await acquireRunLock(folder, { driver });
writeSync(1, 'held\n');
process.stdin.resume().once('end', () => lock.release());
