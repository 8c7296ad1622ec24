import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHttpDate, retryAfterMs } from './retry-after.js';

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);
const after = (value: string, more: Record<string, string> = {}) =>
  retryAfterMs({ 'retry-after': value, ...more }, NOW);

describe('retryAfterMs', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['1', 1_000],
    ['120', 120_000],
    ['  120\t', 120_000],
    ['0007', 7_000],
    ['86400', 86_400_000],
    ['99999999999999999999', Number.MAX_SAFE_INTEGER],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['30, 120', 120_000],
    ['120,30', 120_000],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['Friday, 20-Nov-26 12:00:30 GMT', 30_000],
    ['Fri Nov 20 12:00:30 2026', 30_000],
    ['Thu, 31 Dec 2026 23:59:60 GMT', Date.UTC(2027, 0, 1) - NOW],
    ['Fri, 20 Nov 2026 11:59:59 GMT', 0],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('reads %j as %d ms', (value, ms) => {
    expect(after(value)).toBe(ms);
  });

  it.each([
    '',
    ' ',
    '-1',
    '-120',
    '+5',
    '1.5',
    '1e3',
    '0x10',
    '120s',
    '120 seconds',
    ', 5',
    '5,',
    '5 6',
    'soon',
    'NaN',
    'Infinity',
    '١٢',
    '5, Fri, 20 Nov 2026 12:00:30 GMT',
    '2026-11-20T12:00:30Z',
    'Fri, 20 Nov 2026 12:00:30',
    'Fri, 20 Nov 2026 12:00:30 UTC',
    'Fri, 20 Nov 2026 12:00:30 +0000',
    'Fri, 20 Nov 26 12:00:30 GMT',
    'fri, 20 nov 2026 12:00:30 gmt',
    'Fri,20 Nov 2026 12:00:30 GMT',
  ])('does not take %j for a time', (value) => {
    expect(after(value)).toBeUndefined();
  });

  it('knows nothing where the header is absent', () => {
    expect(retryAfterMs({}, NOW)).toBeUndefined();
  });

  it('measures a date against the answer’s own clock, not against ours that is an hour late', () => {
    const date = 'Fri, 20 Nov 2026 13:00:00 GMT';
    expect(after('Fri, 20 Nov 2026 13:00:30 GMT', { date })).toBe(30_000);
  });

  it('falls back to our clock where the answer’s is unreadable', () => {
    expect(after('Fri, 20 Nov 2026 12:00:30 GMT', { date: 'yesterday' })).toBe(30_000);
  });

  it('gives, for any text at all, nothing or a time one can wait for', () => {
    const pieces = fc.constantFrom(
      'Fri',
      ', ',
      '20',
      ' ',
      'Nov',
      '2026',
      '-',
      ':',
      '12',
      ' GMT',
      '99',
      ',',
      '0',
      'day',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 4e12 }), (text, now) => {
        const ms = retryAfterMs({ 'retry-after': text }, now);
        expect(ms === undefined || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads every number of seconds', () => {
    fc.assert(
      fc.property(fc.nat(), (seconds) => {
        expect(after(String(seconds))).toBe(seconds * 1_000);
      }),
    );
  });
});

describe('parseHttpDate', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'reads %j',
    (text) => {
      expect(parseHttpDate(text, NOW)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
    },
  );

  it.each([
    ['76', 2076],
    ['77', 1977],
    ['26', 2026],
    ['99', 1999],
    ['00', 2000],
  ])('takes the year %s for %d in 2026', (short, year) => {
    expect(parseHttpDate(`Monday, 01-Jun-${short} 00:00:00 GMT`, NOW)).toBe(Date.UTC(year, 5, 1));
  });

  it('takes a year of four digits as it is, even an early one', () => {
    expect(new Date(parseHttpDate('Mon, 01 Jan 0050 00:00:00 GMT', NOW) ?? Number.NaN).getUTCFullYear()).toBe(50);
  });

  it.each([
    'Sun, 31 Feb 2026 00:00:00 GMT',
    'Sun, 29 Feb 2027 00:00:00 GMT',
    'Sun, 31 Apr 2026 00:00:00 GMT',
    'Sun, 00 Jan 2026 00:00:00 GMT',
    'Sun, 32 Jan 2026 00:00:00 GMT',
    'Sun, 01 Jan 2026 24:00:00 GMT',
    'Sun, 01 Jan 2026 00:60:00 GMT',
    'Sun, 01 Jan 2026 00:00:61 GMT',
    'Sun, 01 Jän 2026 00:00:00 GMT',
    'Sun Nov 6 08:49:37 1994',
    'Sun Nov 06 08:49:37 1994 GMT',
    'Sunday, 06-Nov-1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 8:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT\nX',
  ])('refuses %j', (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined();
  });

  it('reads back every second in all three grammars', () => {
    const DAYS = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur'];
    // 1977 to 2076: what two digits can tell in 2026.
    const seconds = fc.integer({ min: Date.UTC(1977, 0, 1) / 1_000, max: Date.UTC(2077, 0, 1) / 1_000 - 1 });
    fc.assert(
      fc.property(seconds, (second) => {
        const ms = second * 1_000;
        const imf = new Date(ms).toUTCString();
        const [, day = '', month = '', year = '', time = ''] = imf.split(' ');
        const rfc850 = `${DAYS[new Date(ms).getUTCDay()]}day, ${day}-${month}-${year.slice(2)} ${time} GMT`;
        const asctime = `${imf.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
        expect([imf, rfc850, asctime].map((text) => parseHttpDate(text, NOW))).toEqual([ms, ms, ms]);
      }),
      { numRuns: 300 },
    );
  });
});
