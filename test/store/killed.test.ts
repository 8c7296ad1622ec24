import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { acquireRunLock, availableDrivers, openDataStore, openPageStore } from '@cuepoint/store';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bodyOf, resultOf } from './written.mjs';

type Child = ChildProcessByStdio<Writable, Readable, null>;

describe.each(await availableDrivers())('the store over $name', (driver) => {
  function start(script: string, ...args: readonly string[]): Child {
    const path = fileURLToPath(new URL(script, import.meta.url));
    const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  /** What `PRAGMA integrity_check` says of a file. */
  function check(path: string): unknown {
    const database = driver.open(path);
    try {
      return database.prepare('PRAGMA integrity_check').all([]);
    } finally {
      database.close();
    }
  }

  it('loses nothing that was written when its process is killed, and stays whole', async () => {
    const folder = tempFolder();
    let written = 0;
    for (const linesUntilKill of [1, 2, 3, 17, 40, 5]) {
      const child = start('writer.mjs', folder, driver.name);
      const last = await killAfter(child, linesUntilKill);
      written = Number(last) + 1;

      const { pages, data } = await openBoth(folder);
      expect(check(pages.path)).toMatchObject([{ integrity_check: 'ok' }]);
      expect(check(data.path)).toMatchObject([{ integrity_check: 'ok' }]);
      const run = data.journal.openRun({
        settings: 'v1',
        library: { path: 'x.xml', sha256: 'aa' },
        playlists: ['All'],
      });
      expect(run.resumed).toBe(true);
      // The kill may come between a write and the word of it.
      expect([written, written + 1]).toContain(run.recorded);
      for (let index = 0; index < written; index += 1) {
        expect(pages.get(`https://store.example/search?q=${index}`)?.body).toBe(bodyOf(index));
        expect(run.lookup(`1:${index}`)).toEqual(resultOf(index));
      }
      pages.close();
      data.close();
    }
    expect(written).toBeGreaterThanOrEqual(68);
  });

  it('is created by several processes at once', async () => {
    const folder = tempFolder();
    const children = Array.from({ length: 4 }, () => start('writer.mjs', folder, driver.name, '20'));
    const codes = await Promise.all(
      children.map(async (child) => {
        child.stdout.resume();
        const [code] = await once(child, 'exit');
        return code;
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    const { pages } = await openBoth(folder);
    expect(pages.stats().pages).toBe(20);
    expect(check(pages.path)).toMatchObject([{ integrity_check: 'ok' }]);
  });

  it('gives the run lock free when its process is killed', async () => {
    const folder = tempFolder();
    const child = start('holder.mjs', folder, driver.name);
    await firstLine(child);
    await expect(acquireRunLock(folder, { driver })).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining(`process ${child.pid},`),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await acquireRunLock(folder, { driver });
    lock.release();
  });

  it('gives the run lock free when its process has done', async () => {
    const folder = tempFolder();
    const child = start('holder.mjs', folder, driver.name);
    await firstLine(child);
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
    (await acquireRunLock(folder, { driver })).release();
  });

  async function openBoth(folder: string) {
    const pages = await openPageStore({ folder, driver });
    onTestFinished(() => pages.close());
    const data = await openDataStore({ folder, driver });
    onTestFinished(() => data.close());
    return { pages, data };
  }
});

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuepoint-killed-'));
  onTestFinished(() => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Windows keeps what is open, and libsql lets go of a file only when its statements are collected.
    }
  });
  return folder;
}

async function firstLine(child: Child): Promise<void> {
  await once(createInterface({ input: child.stdout }), 'line');
}

/**
 * Kills a process in the middle of its work, when it has said so many lines.
 *
 * @returns The last line that it said, which may be a later one.
 */
async function killAfter(child: Child, lines: number): Promise<string> {
  let said = 0;
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) {
    said += 1;
    last = line;
    if (said === lines) child.kill('SIGKILL');
  }
  expect(said).toBeGreaterThanOrEqual(lines);
  return last;
}
