import { closeSync, existsSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../test-support/temp-folder.js';
import { availableDrivers } from '../database/available-drivers.js';
import { openPageStore } from '../pages/page-store.js';
import { inspectStore } from './inspect-store.js';

describe.each(await availableDrivers())('inspectStore with $name', (driver) => {
  it('finds nothing, and makes nothing', async () => {
    const folder = join(tempFolder(), 'cache');
    const path = join(folder, 'pages.sqlite');
    expect(await inspectStore('pages', folder, { driver })).toEqual({ state: 'absent', path });
    expect(existsSync(folder)).toBe(false);
  });

  it('finds a good file', async () => {
    const folder = tempFolder();
    (await openPageStore({ folder, driver })).close();
    expect(await inspectStore('pages', folder, { driver })).toMatchObject({ state: 'good', driver: driver.name });
  });

  it('finds a file that is no database', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'data.sqlite'), 'not a database, '.repeat(1_000));
    await expect(inspectStore('data', folder, { driver })).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  it('finds damage that opening a file does not show', async () => {
    const folder = tempFolder();
    const store = await openPageStore({ folder, driver });
    for (let index = 0; index < 200; index += 1) {
      store.put({
        url: `https://store.example/${index}`,
        kind: 'search',
        class: 'ok',
        status: 200,
        answeredUrl: 'https://store.example/',
        body: `page ${index}`,
        fetchedBy: 'sync',
      });
    }
    store.close();
    const file = openSync(store.path, 'r+');
    for (let page = 2; page < 12; page += 1) writeSync(file, Buffer.alloc(2_000, 0xa5), 0, 2_000, page * 4_096 + 8);
    closeSync(file);
    await expect(inspectStore('pages', folder, { driver })).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });
});
