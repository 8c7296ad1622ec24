import { describe, expect, it } from 'vitest';
import { missingEntries, placesWithRegistry, platformOf } from './lockfile.mjs';

describe('platformOf', () => {
  it.each([
    ['@turbo/darwin-64', { os: 'darwin', cpu: 'x64' }],
    ['@turbo/windows-arm64', { os: 'win32', cpu: 'arm64' }],
    ['@biomejs/cli-linux-arm64-musl', { os: 'linux', cpu: 'arm64', libc: 'musl' }],
    ['@oxc-parser/binding-linux-arm-gnueabihf', { os: 'linux', cpu: 'arm', libc: 'glibc' }],
    ['@oxc-parser/binding-android-arm-eabi', { os: 'android', cpu: 'arm' }],
    ['@oxc-parser/binding-win32-ia32-msvc', { os: 'win32', cpu: 'ia32' }],
    ['@oxc-parser/binding-wasm32-wasi', { cpu: 'wasm32' }],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it('refuses a name that tells no platform', () => {
    expect(() => platformOf('@scope/native')).toThrow('@scope/native');
  });
});

describe('missingEntries', () => {
  const turbo = { version: '2.0.0', dev: true, optionalDependencies: { '@turbo/darwin-64': '2.0.0' } };
  const entry = { version: '2.0.0', cpu: ['x64'], dev: true, optional: true, os: ['darwin'] };

  it('adds what no entry stands for, as its parent is', () => {
    const missing = missingEntries({ 'node_modules/turbo': turbo });
    expect(missing).toEqual({ 'node_modules/@turbo/darwin-64': entry });
    expect(missingEntries({ 'node_modules/turbo': turbo, ...missing })).toEqual({});
  });

  it('finds an entry beside its parent or above it', () => {
    const place = 'packages/a/node_modules/turbo';
    expect(missingEntries({ [place]: turbo, [`${place}/node_modules/@turbo/darwin-64`]: entry })).toEqual({});
    expect(missingEntries({ [place]: turbo, 'packages/a/node_modules/@turbo/darwin-64': entry })).toEqual({});
    expect(missingEntries({ [place]: turbo, 'node_modules/@turbo/darwin-64': entry })).toEqual({});
  });

  it('keeps two versions apart', () => {
    const older = { ...turbo, version: '1.0.0', optionalDependencies: { '@turbo/darwin-64': '1.0.0' } };
    const missing = missingEntries({ 'node_modules/turbo': turbo, 'packages/a/node_modules/turbo': older });
    expect(missing).toEqual({
      'node_modules/@turbo/darwin-64': entry,
      'packages/a/node_modules/turbo/node_modules/@turbo/darwin-64': { ...entry, version: '1.0.0' },
    });
  });

  it('accepts any entry for a range, and refuses to guess when there is none', () => {
    const vite = { optionalDependencies: { fsevents: '~2.3.3' } };
    expect(missingEntries({ 'node_modules/vite': vite, 'node_modules/fsevents': { version: '2.3.3' } })).toEqual({});
    expect(() => missingEntries({ 'node_modules/vite': vite })).toThrow('fsevents ~2.3.3');
  });
});

describe('placesWithRegistry', () => {
  it('names entries that lead to a registry, and leaves workspaces alone', () => {
    const packages = {
      'node_modules/a': { resolved: 'https://registry.example/a.tgz' },
      'node_modules/b': { resolved: 'packages/b', link: true },
      'node_modules/c': { version: '1.0.0' },
    };
    expect(placesWithRegistry(packages)).toEqual(['node_modules/a']);
  });
});
