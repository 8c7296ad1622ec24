import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../test-support/temp-folder.js';
import { availableDrivers } from '../database/available-drivers.js';
import type { Driver } from '../database/driver.js';
import { IN_MEMORY } from '../files/store-file.js';
import { acquireRunLock, type RunLock } from './run-lock.js';

describe.each(await availableDrivers())('acquireRunLock over $name', (driver: Driver) => {
  async function acquire(folder: string): Promise<RunLock> {
    const lock = await acquireRunLock(folder, { driver });
    onTestFinished(() => lock.release());
    return lock;
  }

  it('lets one run at a time use a folder, and says who does', async () => {
    const folder = tempFolder();
    await acquire(folder);
    await expect(acquire(folder)).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      path: folder,
      message: expect.stringMatching(
        new RegExp(`^Another run \\(process ${process.pid}, since \\d{4}-.*Z\\) is using .*cuepoint-store-`),
      ),
      hint: `Wait until it has ended, or end process ${process.pid}: what it has done is kept.`,
    });
  });

  it('is given back, once', async () => {
    const folder = tempFolder();
    const first = await acquire(folder);
    first.release();
    const second = await acquire(folder);
    first.release();
    await expect(acquire(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    second.release();
    expect(readdirSync(folder)).toEqual(['run.lock']);
  });

  it('holds for one folder only', async () => {
    await acquire(tempFolder());
    await expect(acquire(tempFolder())).resolves.toBeDefined();
  });

  it('makes the folder', async () => {
    await expect(acquire(join(tempFolder(), 'data'))).resolves.toBeDefined();
  });

  it('writes nothing for a store in memory', async () => {
    (await acquire(IN_MEMORY)).release();
    expect(existsSync(`${IN_MEMORY}.json`)).toBe(false);
  });

  it('is not held by what a dead process left behind', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'run.lock'), '');
    writeFileSync(
      join(folder, 'run.lock.json'),
      JSON.stringify({ pid: process.pid, since: '2026-01-01T00:00:00.000Z' }),
    );
    await expect(acquire(folder)).resolves.toBeDefined();
  });

  it('tells of a holder whose name cannot be read', async () => {
    const folder = tempFolder();
    await acquire(folder);
    writeFileSync(join(folder, 'run.lock.json'), '{');
    await expect(acquire(folder)).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: `Another run is using ${folder}.`,
      hint: 'Wait until it has ended, or end it: what it has done is kept.',
    });
  });
});
