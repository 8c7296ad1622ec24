import { expect, it } from 'vitest';
import { BROWSER_DEFAULTS } from './defaults.js';
import { InsideLuck } from './inside-luck.js';

it('leaves a kind alone for a while after a miss, and the other kinds not at all', () => {
  const luck = new InsideLuck();
  expect(luck.worthTrying('search')).toBe(true);
  luck.missed('search');
  const tries = Array.from({ length: BROWSER_DEFAULTS.insidePauseRequests + 2 }, () => luck.worthTrying('search'));
  expect(tries.indexOf(true)).toBe(BROWSER_DEFAULTS.insidePauseRequests);
  expect(luck.worthTrying('track')).toBe(true);
});
