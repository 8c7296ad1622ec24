import { CuePointError, SettingsError } from '@cuepoint/engine';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { EXIT, exitCodeOfError, exitCodeOfOutcome } from '../exit-codes.js';
import { UsageError } from '../usage-error.js';
import { errorText } from './errors.js';

const colors = pc.createColors(false);
const brief = { verbose: false, colors };

describe('errorText', () => {
  it('is the message and the hint', () => {
    const error = new CuePointError('LIBRARY_NOT_FOUND', 'There is no x.xml.', { hint: 'Check the path.' });
    expect(errorText(error, brief)).toBe('error: There is no x.xml.\nCheck the path.');
    expect(errorText(new CuePointError('OTHER', 'Just that.'), brief)).toBe('error: Just that.');
  });

  it('asks for a report when the error is not one of ours', () => {
    expect(errorText(new TypeError('x is undefined'), brief)).toMatch(/^error: x is undefined\n.*--verbose\.$/);
    expect(errorText('thrown text', brief)).toMatch(/^error: thrown text\n/);
  });

  it('lets no control character of a library or a page through', () => {
    const error = new CuePointError('PLAYLIST_NOT_FOUND', 'There is no \u001b[2J"a".', { hint: 'Try\r"b"\u202E.' });
    expect(errorText(error, brief)).toBe('error: There is no  [2J"a".\nTry "b".');
  });

  it('shows what helps to type it rightly', () => {
    const error = new UsageError(['Which tracks?'], { details: 'THE TREE', hint: 'Add --all.' });
    expect(errorText(error, brief)).toBe('error: Which tracks?\n\nTHE TREE\n\nAdd --all.');
  });

  it('adds codes, causes and stacks when asked', () => {
    const cause = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    const text = errorText(new CuePointError('X_Y', 'Broken.', { cause }), { verbose: true, colors });
    expect(text).toMatch(/^error: Broken\.\n\ncode: X_Y\n\s+at .*\n(.*\n)*cause: ENOENT: no such file\n\s+at /);
  });

  it('ends although a cause leads back to itself', () => {
    const loop = new Error('round');
    loop.cause = loop;
    expect(errorText(loop, { verbose: true, colors }).match(/cause:/g)).toHaveLength(4);
  });
});

describe('exit codes', () => {
  const counts = { matched: 1, review: 0, unmatched: 0, blocked: 0, failed: 0, skipped: 0 };
  const stop = (reason: 'blocked' | 'budget' | 'interrupted') => ({ reason, message: '', notReached: 0 });
  it.each([
    ['all done', { counts, stopped: null }, 0],
    ['some failed', { counts: { ...counts, failed: 1 }, stopped: null }, 4],
    ['some blocked', { counts: { ...counts, failed: 1, blocked: 1 }, stopped: null }, 3],
    ['stopped by the site', { counts, stopped: stop('blocked') }, 3],
    ['stopped at the bound of the run', { counts: { ...counts, failed: 1 }, stopped: stop('budget') }, 3],
    ['interrupted', { counts: { ...counts, blocked: 1 }, stopped: stop('interrupted') }, 130],
  ] as const)('of a run: %s', (_what, outcome, code) => {
    expect(exitCodeOfOutcome(outcome)).toBe(code);
  });

  it.each([
    [new UsageError(['x']), EXIT.usage],
    [new SettingsError('SETTINGS_INVALID', ['x']), EXIT.usage],
    [new SettingsError('SETTINGS_UNREADABLE', ['x']), EXIT.couldNotRun],
    [new CuePointError('PLAYLIST_AMBIGUOUS', 'x'), EXIT.usage],
    [new CuePointError('FETCHER_UNKNOWN', 'x'), EXIT.usage],
    [new CuePointError('LIBRARY_MALFORMED', 'x'), EXIT.couldNotRun],
    [new CuePointError('FETCH_ABORTED', 'x'), EXIT.interrupted],
    [new Error('x'), EXIT.couldNotRun],
    [undefined, EXIT.couldNotRun],
  ])('of %s', (error, code) => {
    expect(exitCodeOfError(error)).toBe(code);
  });
});
