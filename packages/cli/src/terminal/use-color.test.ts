import { describe, expect, it } from 'vitest';
import { useColor } from './use-color.js';

describe('useColor', () => {
  it.each([
    ['a terminal', true, {}, false, true],
    ['a pipe', false, {}, false, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, false, true],
    ['FORCE_COLOR in a pipe', false, { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false, false],
    ['FORCE_COLOR over NO_COLOR', false, { FORCE_COLOR: '', NO_COLOR: '1' }, false, true],
    ['--no-color over all', true, { FORCE_COLOR: '1' }, true, false],
  ])('%s', (_what, isTTY, env, noColor, expected) => {
    expect(useColor({ isTTY }, env, noColor)).toBe(expected);
  });
});
