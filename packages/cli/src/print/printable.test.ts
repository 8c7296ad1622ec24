import { describe, expect, it } from 'vitest';
import { harmless, printable } from './printable.js';

describe('what a library holds, made safe to print', () => {
  it.each([
    ['a\r\n\tb', 'a \n b', 'a b'],
    ['\u001b[2Jx\u0007\u009b', ' [2Jx  ', '[2Jx'],
    ['abc\u202Edef\u2066', 'abcdef', 'abcdef'],
    ['one\u2028two', 'one two', 'one two'],
    ['  ディープ 👩‍🎤 ', '  ディープ 👩‍🎤 ', 'ディープ 👩‍🎤'],
  ])('%j', (text, lines, line) => {
    expect(harmless(text)).toBe(lines);
    expect(printable(text)).toBe(line);
  });
});
