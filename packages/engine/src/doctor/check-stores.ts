import { availableDrivers, inspectStore } from '@cuepoint/store';
import type { AppFolders } from '../folders/app-folders.js';
import { attempt, type Check } from './check.js';

/** Which SQLite does the work, and how both files are. */
export async function checkStores(folders: AppFolders): Promise<readonly Check[]> {
  return [
    await checkDriver(),
    await checkFile('pages_file', 'pages', folders.cache),
    await checkFile('data_file', 'data', folders.data),
  ];
}

async function checkDriver(): Promise<Check> {
  const [driver] = await availableDrivers();
  if (driver !== undefined) return { name: 'sqlite', ok: true, finding: `Files are opened with ${driver.name}.` };
  return {
    name: 'sqlite',
    ok: false,
    finding: 'There is no SQLite: this Node.js has none, and the package libsql is not there for this platform.',
    advice: 'Use Node.js 22.13 or newer, or install CuePoint again without leaving out optional packages.',
  };
}

function checkFile(name: 'pages_file' | 'data_file', role: 'pages' | 'data', folder: string): Promise<Check> {
  return attempt(name, async () => {
    const { state, path } = await inspectStore(role, folder);
    return { ok: true, finding: state === 'absent' ? `${path} is not there yet.` : `${path} is whole.` };
  });
}
