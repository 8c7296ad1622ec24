import { randomUUID } from 'node:crypto';
import { access, constants, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, errorMessage } from '@cuepoint/core';
import type { Check, CheckName } from './check.js';

/** Whether files can be written to a folder, or the folder be made. Leaves nothing behind. */
export async function checkFolder(name: CheckName, folder: string, variable: string): Promise<Check> {
  try {
    const there = await nearestThere(folder);
    if (there === folder) await tryWriting(folder);
    else await access(there, constants.W_OK);
    return { name, ok: true, finding: there === folder ? `${folder} can be written to.` : `${folder} will be made.` };
  } catch (error) {
    return {
      name,
      ok: false,
      finding: `${folder} cannot be written to: ${errorMessage(error)}.`,
      advice: `Check its rights, or name another folder in ${variable}.`,
    };
  }
}

/** The folder, or the nearest one above it that is there. */
async function nearestThere(folder: string): Promise<string> {
  try {
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    const above = dirname(folder);
    if (above === folder || (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR')) throw error;
    return nearestThere(above);
  }
  throw new Error(`${folder} is a file`);
}

/** Asking for the rights is not enough: Windows answers for an attribute of the folder that means something else. */
async function tryWriting(folder: string): Promise<void> {
  const probe = join(folder, `cuepoint-probe.${randomUUID()}.tmp`);
  try {
    await writeFile(probe, '', { flag: 'wx' });
  } finally {
    await rm(probe, { force: true });
  }
}
