import { describe, expect, it } from 'vitest';
import { describeDatabase } from '../../test-support/describe-database.js';
import { availableDrivers, preferredDriver } from './available-drivers.js';
import { loadNodeSqlite } from './node-driver.js';

const drivers = await availableDrivers();
for (const driver of drivers) describeDatabase(driver);

describe('availableDrivers', () => {
  it('has the one of Node.js from 22.13 on, and libsql everywhere', () => {
    const builtIn = process.getBuiltinModule('node:sqlite') === undefined ? [] : ['node:sqlite'];
    expect(drivers.map(({ name }) => name)).toEqual([...builtIn, 'libsql']);
  });

  it('prefers what is built in', async () => {
    expect((await preferredDriver())?.name).toBe(drivers[0]?.name);
  });
});

describe('loadNodeSqlite', () => {
  it('leaves the warnings of the process as they were', () => {
    const { emitWarning } = process;
    loadNodeSqlite();
    expect(process.emitWarning).toBe(emitWarning);
  });
});
