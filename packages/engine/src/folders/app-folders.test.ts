import { isAbsolute, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appFolders } from './app-folders.js';

describe('appFolders', () => {
  it('are three different absolute folders of the platform, named after the application', () => {
    const folders = Object.values(appFolders({}));
    expect(new Set(folders).size).toBe(3);
    for (const folder of folders) {
      expect(isAbsolute(folder)).toBe(true);
      expect(folder).toContain('cuepoint');
    }
  });

  it('can be moved one by one', () => {
    const usual = appFolders({});
    expect(appFolders({ CUEPOINT_CONFIG_DIR: 'portable/config', CUEPOINT_CACHE_DIR: '' })).toEqual({
      ...usual,
      config: resolve('portable/config'),
    });
  });
});
