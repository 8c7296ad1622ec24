import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configFilePath, readConfigFile, writeConfigValue } from './config-file.js';

describe('the config file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuepoint-config-'));
    path = configFilePath({ config: join(folder, 'new', 'cuepoint') });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is empty when it is missing', async () => {
    expect(await readConfigFile(path)).toEqual({ path, exists: false, values: {} });
  });

  it('is made with its folder, and keeps what it does not set', async () => {
    expect(await writeConfigValue(path, 'timeout', '12.5')).toBe(12.5);
    expect(await writeConfigValue(path, 'format', 'csv')).toEqual(['csv']);
    expect(await writeConfigValue(path, 'timeout', '8')).toBe(8);
    expect(await readFile(path, 'utf8')).toBe('{\n  "timeout": 8,\n  "format": [\n    "csv"\n  ]\n}\n');
    expect(await readdir(join(folder, 'new', 'cuepoint'))).toEqual(['config.json']);
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    await writeConfigValue(path, 'attempts', '2');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('stays a link when it is one', async () => {
    const real = join(folder, 'real.json');
    const link = join(folder, 'config.json');
    await writeFile(real, '{}');
    await symlink(real, link);
    await writeConfigValue(link, 'attempts', '2');
    expect(JSON.parse(await readFile(real, 'utf8'))).toEqual({ attempts: 2 });
  });

  it('may begin with a byte order mark', async () => {
    const marked = join(folder, 'config.json');
    await writeFile(marked, '\uFEFF{"timeout": 3}');
    expect((await readConfigFile(marked)).values).toEqual({ timeout: 3 });
  });

  it.each([
    ['not JSON', '{"timeout": 3,}', 'is not valid JSON'],
    ['a list', '[1]', 'must hold one JSON object'],
    ['nothing at all', '', 'is not valid JSON'],
  ])('is refused when it holds %s', async (_what, text, message) => {
    const bad = join(folder, 'config.json');
    await writeFile(bad, text);
    await expect(readConfigFile(bad)).rejects.toMatchObject({
      code: 'SETTINGS_UNREADABLE',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['time_out', '3', 'There is no setting "time_out". Did you mean "timeout"?'],
    ['timeout', 'soon', 'timeout is "soon", but must be a number above 0, at most 600.'],
  ])('does not take %s %s', async (key, value, message) => {
    await expect(writeConfigValue(path, key, value)).rejects.toMatchObject({ code: 'SETTINGS_INVALID', message });
    expect((await readConfigFile(path)).exists).toBe(false);
  });
});
