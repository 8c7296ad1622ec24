import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for one browser that is gone when the browser is, however this process ends. */
export interface WorkingFolder {
  /** Absolute path. */
  readonly path: string;
  /** Tells which process must be ended if this one dies and the browser does not notice. */
  browserIs(pid: number): void;
  /** Deletes it. Call it after the browser has closed. */
  remove(): Promise<void>;
}

/** First part of the folder's name. */
const WORKING_FOLDER_PREFIX = 'cuepoint-browser-';

/**
 * Makes the folder, and starts a second process that deletes it when this one is gone.
 *
 * Nothing in this process can do that after a `kill -9`, and profiles of 10 MB would pile up. The second process reads
 * from a pipe that the system closes with this one, whatever ended it.
 */
export async function openWorkingFolder(): Promise<WorkingFolder> {
  const folder = path.join(tmpdir(), `${WORKING_FOLDER_PREFIX}${randomBytes(6).toString('hex')}`);
  const keeper = spawn(process.execPath, ['--eval', KEEPER, folder], {
    // A group of its own: Ctrl-C in the terminal must not end it before the browser.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
    cwd: tmpdir(),
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  // The folder is deleted by `remove` in any case; a keeper that could not start is no reason to fail.
  const ended = once(keeper, 'exit').catch(() => undefined);
  keeper.stdin.on('error', () => undefined);
  // Made after its keeper: killed between the two, this process would leave the folder to nobody.
  await mkdir(folder, { mode: 0o700 });
  return {
    path: folder,
    browserIs: (pid) => void keeper.stdin.write(String(pid)),
    async remove() {
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      keeper.kill('SIGKILL');
      keeper.stdin.destroy();
      await ended;
    },
  };
}

/**
 * The second process. A browser closes by itself when its pipe does, and writes to its profile while it closes, so the
 * folder is deleted once the browser is gone; one that is not gone after 3 s is ended. One that was only starting is not
 * known here and may still make its profile, so the folder has to stay away for a second.
 */
const KEEPER = `
const { rm, access } = require('node:fs/promises');
const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
const folder = process.argv[1];
let pid = '';
const signal = (name) => {
  for (const target of process.platform === 'win32' ? [+pid] : [-pid, +pid]) {
    try { if (pid !== '' && process.kill(target, name)) return true; } catch {}
  }
  return false;
};
const isGone = () => access(folder).then(() => false, () => true);
const clean = async () => {
  for (let turn = 0; turn < 30 && signal(0); turn += 1) await pause();
  signal('SIGKILL');
  for (let turn = 0, away = 0; turn < 100 && away < 10; turn += 1) {
    away = (await isGone()) ? away + 1 : 0;
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    await pause();
  }
};
process.stdin.setEncoding('utf8').on('data', (text) => { pid += text; }).on('end', clean).on('error', clean);
`;
