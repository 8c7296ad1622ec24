import { describe, expect, it } from 'vitest';
import { roleOfFile } from './store-file.js';

describe('roleOfFile', () => {
  it.each([
    ['pages.sqlite', 'pages'],
    ['pages.sqlite-wal', 'pages'],
    ['data.sqlite', 'data'],
    ['data.sqlite-shm', 'data'],
    ['data-2026-11-20T12-21-16-004Z.sqlite', 'data'],
    ['data-2026-11-20T12-21-16-004Z.sqlite-wal', 'data'],
    ['run.lock', 'lock'],
    ['run.lock.json', 'lock'],
    ['data-old.sqlite', undefined],
    ['data.sqlite.bak', undefined],
    ['my pages.sqlite', undefined],
    ['collection.xml', undefined],
  ])('%s: %s', (name, role) => {
    expect(roleOfFile(name)).toBe(role);
  });
});
