import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTokenFile } from './token-file.js';

const TOKEN = 'access-token-0123456789';
const REFRESH = 'refresh-token-9876543210';
const NOW = Date.UTC(2026, 10, 20, 12);
const onWindows = process.platform === 'win32';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-token-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function file(changes: { readonly folder?: string; readonly clientId?: string; readonly now?: number } = {}) {
  const { now = NOW, ...rest } = changes;
  return openTokenFile({ folder, now: () => now, ...rest });
}

function pasted(more: object = {}): string {
  return JSON.stringify({ access_token: TOKEN, refresh_token: REFRESH, expires_in: 600, scope: 'user:dj', ...more });
}

describe('the file of the token', () => {
  it('keeps what was pasted, and gives it back to another run', async () => {
    await file().login(pasted({ client_id: 'mine' }));
    const token = await file().read();
    expect([token?.accessToken.reveal(), token?.refreshToken?.reveal()]).toEqual([TOKEN, REFRESH]);
    expect(token).toMatchObject({ clientId: 'mine', scope: 'user:dj', expiresAt: NOW + 600_000 });
    expect(await readdir(folder)).toEqual(['token.json']);
  });

  it('makes its folder', async () => {
    const deep = join(folder, 'a', 'b');
    await file({ folder: deep }).login(TOKEN);
    expect(await readdir(deep)).toEqual(['token.json']);
  });

  it.skipIf(onWindows)('is readable by the user alone, even in place of one that was not', async () => {
    await writeFile(file().path, 'x');
    await chmod(file().path, 0o644);
    await file().login(TOKEN);
    expect((await stat(file().path)).mode & 0o777).toBe(0o600);
    const made = join(folder, 'made');
    await file({ folder: made }).login(TOKEN);
    expect((await stat(made)).mode & 0o777).toBe(0o700);
  });

  it.skipIf(onWindows)('does not follow a link out of its folder', async () => {
    const elsewhere = join(folder, 'elsewhere.json');
    await writeFile(elsewhere, 'untouched');
    await symlink(elsewhere, file().path);
    await file().login(TOKEN);
    expect(await readFile(elsewhere, 'utf8')).toBe('untouched');
    expect((await file().read())?.accessToken.reveal()).toBe(TOKEN);
  });

  it('forgets the token, and says whether there was one', async () => {
    await file().login(TOKEN);
    expect([await file().logout(), await file().logout()]).toEqual([true, false]);
    expect(await file().read()).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps the old token when the new text is none', async () => {
    await file().login(TOKEN);
    await expect(file().login('no token')).rejects.toMatchObject({ code: 'TOKEN_UNREADABLE' });
    expect((await file().read())?.accessToken.reveal()).toBe(TOKEN);
  });

  it.each([
    ['half a file', `{"version":1,"access_token":"${TOKEN}`],
    ['a newer version', `{"version":2,"access_token":"${TOKEN}"}`],
    ['a token that is none', `{"version":1,"access_token":"${TOKEN} ${TOKEN}"}`],
  ])('says of %s what to do, and quotes nothing of it', async (_, text) => {
    await writeFile(file().path, text);
    const error: unknown = await file()
      .read()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'TOKEN_FILE_UNUSABLE', message: expect.stringContaining(file().path) });
    expect(inspect(error, { depth: Infinity })).not.toContain(TOKEN);
    await file().login(TOKEN);
    expect(await file().describe()).toMatchObject({ state: 'valid' });
  });

  it('says so when the folder cannot be used', async () => {
    await writeFile(join(folder, 'in-the-way'), '');
    const blocked = file({ folder: join(folder, 'in-the-way') });
    await expect(blocked.login(TOKEN)).rejects.toMatchObject({ code: 'TOKEN_FILE_UNUSABLE' });
  });
});

describe('the description', () => {
  it('says that there is none', async () => {
    expect(await file().describe()).toEqual({ state: 'none' });
  });

  it.each([
    ['a token alone', TOKEN, {}, { state: 'valid', renewable: 'no-refresh-token' }],
    [
      'one that can be renewed',
      pasted({ client_id: 'mine' }),
      {},
      { state: 'valid', validUntil: new Date(NOW + 600_000), scope: 'user:dj', renewable: 'yes' },
    ],
    ['one whose client the settings name', pasted(), { clientId: 'mine' }, { state: 'valid', renewable: 'yes' }],
    ['one whose client nobody names', pasted(), {}, { state: 'valid', renewable: 'no-client-id' }],
    ['one about to expire', pasted(), { now: NOW + 569_999 }, { state: 'valid' }],
    ['one that expires within half a minute', pasted(), { now: NOW + 570_000 }, { state: 'expired' }],
  ])('of %s', async (_, text, changes, expected) => {
    const described = await file().login(text);
    expect(await file(changes).describe()).toMatchObject(expected);
    expect(`${JSON.stringify(described)}${inspect(described)}`).not.toMatch(/access-token|refresh-token-/);
  });

  it('prefers the client that came with the token to that of the settings', async () => {
    await file().login(pasted({ client_id: 'mine' }));
    expect((await file({ clientId: 'other' }).read())?.clientId).toBe('mine');
  });
});

describe('redact', () => {
  it('takes out every token the file has held', async () => {
    const open = file();
    await open.login('the-former-token-1');
    await open.login(pasted());
    expect(open.redact(`the-former-token-1 ${TOKEN} ${REFRESH} rest`)).toBe('[hidden] [hidden] [hidden] rest');
    expect(inspect(open, { depth: Infinity, showHidden: true })).not.toContain(TOKEN);
  });
});
