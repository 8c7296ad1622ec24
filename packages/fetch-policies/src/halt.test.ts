import { describe, expect, it } from 'vitest';
import { Halt, type HaltReason } from './halt.js';

const reason = (message: string): HaltReason => ({ kind: 'blocked', message, hint: 'wait' });

describe('Halt', () => {
  it('falls once, for the first reason', () => {
    const halt = new Halt();
    let heard = 0;
    halt.onStop(() => {
      heard += 1;
    });
    expect(() => halt.check('u')).not.toThrow();
    halt.stop(reason('first.'));
    halt.stop(reason('second.'));
    expect([halt.reason?.message, heard]).toEqual(['first.', 1]);
    expect(() => halt.check('https://site.test/a')).toThrow('Not asked for: first. (https://site.test/a)');
  });

  it('does not call back those who take it back', () => {
    const halt = new Halt();
    const heard: string[] = [];
    const forget = halt.onStop(() => heard.push('one'));
    halt.onStop(() => heard.push('two'));
    forget();
    halt.stop(reason('shut.'));
    expect(heard).toEqual(['two']);
  });
});
