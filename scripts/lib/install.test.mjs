import { describe, expect, it } from 'vitest';
import { matchesLock } from './install.mjs';

describe('matchesLock', () => {
  const locked = {
    '': { version: '0.1.0' },
    'packages/a': { version: '0.1.0' },
    'node_modules/b': { version: '1.0.0', integrity: 'sha512-b' },
    'node_modules/c-win32': { version: '1.0.0', optional: true },
  };
  const b = locked['node_modules/b'];

  it('holds when everything but other platforms’ packages is there', () => {
    expect(matchesLock(locked, { 'node_modules/b': b })).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/b': { ...b, version: '1.0.1' } }],
    ['the contents differ', { 'node_modules/b': { ...b, integrity: 'sha512-x' } }],
    ['a package is no longer wanted', { 'node_modules/b': b, 'node_modules/d': { version: '1.0.0' } }],
  ])('does not hold when %s', (_, installed) => {
    expect(matchesLock(locked, installed)).toBe(false);
  });
});
