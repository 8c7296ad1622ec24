import { expect, it } from 'vitest';
import type { TokenDescription } from '../access/index.js';
import type { CatalogSource } from '../settings/settings.js';
import { judge } from './check-token.js';

const UNTIL = new Date(Date.UTC(2026, 10, 20, 12));

it.each<[TokenDescription, CatalogSource, boolean, string]>([
  [{ state: 'none' }, 'auto', true, 'There is none; the pages of the site are read.'],
  [{ state: 'none' }, 'api', false, 'There is none, and the source is the API.'],
  [{ state: 'valid', renewable: 'yes' }, 'auto', true, 'It is good.'],
  [
    { state: 'valid', renewable: 'no-client-id', validUntil: UNTIL },
    'api',
    true,
    'It is good (2026-11-20T12:00:00.000Z).',
  ],
  [{ state: 'expired', renewable: 'yes' }, 'api', true, 'It has expired, and is renewed by itself.'],
  [{ state: 'expired', renewable: 'no-refresh-token' }, 'auto', false, 'It has expired and cannot be renewed.'],
  [{ state: 'expired', renewable: 'no-refresh-token' }, 'site', true, 'It has expired and cannot be renewed.'],
])('%j for %s', (token, source, ok, finding) => {
  expect(judge(token, source)).toMatchObject({ ok, finding });
});
