import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '@cuepoint/core';

/** `.cuepoint-{process}-{random}.tmp` */
const TEMPORARY = /^\.cuepoint-(\d+)-[\da-f-]{36}\.tmp$/;

/** A path for a file that is being written, in the folder where it will stay: a rename across disks is not atomic. */
export function temporaryPath(folder: string): string {
  return join(folder, `.cuepoint-${process.pid}-${randomUUID()}.tmp`);
}

/** Removes what killed runs left behind; the files of a run that is still alive stay. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = TEMPORARY.exec(name)?.[1];
    const path = join(folder, name);
    if (owner !== undefined && isLeftover(path, Number(owner))) await rm(path, { force: true });
  }
}

/** In a container every run may have the same process number: a file older than this process is not its own. */
function isLeftover(path: string, owner: number): boolean {
  if (owner !== process.pid) return !isAlive(owner);
  const startedAt = Date.now() - process.uptime() * 1000;
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < startedAt;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return errorCode(error) === 'EPERM';
  }
}
