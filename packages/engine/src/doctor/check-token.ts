import { stat } from 'node:fs/promises';
import { openTokenFile, type TokenDescription } from '../access/index.js';
import type { CatalogSource } from '../settings/settings.js';
import { attempt, type Check } from './check.js';

const LOG_IN = 'cuepoint login takes a new one.';

/** How the user's token is, never what it is. */
export function checkToken(configFolder: string, source: CatalogSource): Promise<Check> {
  return attempt('token', async () => {
    const file = openTokenFile({ folder: configFolder });
    const token = await file.describe();
    if (token.state !== 'none' && (await othersMayRead(file.path))) {
      return {
        ok: false,
        finding: `Other users of this machine may read ${file.path}.`,
        advice: `Take their rights away: chmod 600 "${file.path}"`,
      };
    }
    return judge(token, source);
  });
}

/** What a token means for a run of a source. */
export function judge(token: TokenDescription, source: CatalogSource): Omit<Check, 'name'> {
  if (token.state === 'none') {
    if (source !== 'api') return { ok: true, finding: 'There is none; the pages of the site are read.' };
    return {
      ok: false,
      finding: 'There is none, and the source is the API.',
      advice: 'cuepoint login keeps one; cuepoint config set source site reads the pages instead.',
    };
  }
  const time = token.validUntil === undefined ? '' : ` (${token.validUntil.toISOString()})`;
  if (token.state === 'valid') return { ok: true, finding: `It is good${time}.` };
  if (token.renewable === 'yes') return { ok: true, finding: `It has expired${time}, and is renewed by itself.` };
  return { ok: source === 'site', finding: `It has expired${time} and cannot be renewed.`, advice: LOG_IN };
}

async function othersMayRead(path: string): Promise<boolean> {
  // Modes mean nothing on Windows, where the user's profile folder protects the file.
  return process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0;
}
