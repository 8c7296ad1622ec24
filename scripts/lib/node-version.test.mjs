import { expect, it } from 'vitest';
import { isOlder } from './node-version.mjs';

it.each([
  ['20.18.3', '20.19.0', true],
  ['18.20.4', '20.19.0', true],
  ['20.19.0', '20.19.0', false],
  ['20.19.1', '20.19.0', false],
  ['20.20.0', '20.19.1', false],
  ['24.0.0', '20.19.0', false],
])('%s against %s', (version, needed, older) => {
  expect(isOlder(version, needed)).toBe(older);
});
