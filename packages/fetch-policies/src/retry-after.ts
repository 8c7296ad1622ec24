/**
 * What a server means by `Retry-After` (RFC 9110, section 10.2.3).
 *
 * @module
 */

/**
 * How long the server asks to be left alone, in milliseconds; undefined when it does not say, or says it in no
 * way the grammar knows. A time that has passed is 0; one too large to count is `Number.MAX_SAFE_INTEGER`.
 *
 * A date is measured against the answer's own `Date` where there is one: on a computer whose clock is wrong
 * it would otherwise mean hours, or nothing.
 *
 * @param headers Names in lower case.
 * @param wallNow Milliseconds since 1970.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, wallNow: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  if (SECONDS.test(value)) return bounded(Math.max(...value.split(',').map(Number)) * 1_000);
  const until = parseHttpDate(value, wallNow);
  if (until === undefined) return undefined;
  const sentAt = parseHttpDate(headers.date?.trim() ?? '', wallNow) ?? wallNow;
  return bounded(until - sentAt);
}

/**
 * Reads an HTTP date in any of its three grammars (RFC 9110, section 5.6.7). The name of the day is not compared
 * with the date. Undefined for anything else, such as the 31st of February.
 *
 * @param wallNow Milliseconds since 1970; says which century a year of two digits lies in.
 * @returns Milliseconds since 1970.
 */
export function parseHttpDate(text: string, wallNow: number): number | undefined {
  const parts = (IMF_FIXDATE.exec(text) ?? RFC_850.exec(text) ?? ASCTIME.exec(text))?.groups;
  if (parts === undefined) return undefined;
  const { day = '', month = '', year = '', hour = '', minute = '', second = '' } = parts;
  const whole = year.length === 2 ? fullYear(Number(year), new Date(wallNow).getUTCFullYear()) : Number(year);
  const date = new Date(0);
  // `Date.UTC` would take the year 50 for 1950.
  date.setUTCFullYear(whole, MONTHS.indexOf(month), Number(day));
  if (date.getUTCDate() !== Number(day)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  // A leap second (60) rolls over into the next minute.
  return date.setUTCHours(Number(hour), Number(minute), Number(second));
}

/** Several fields of the name arrive as one, joined by commas; the longest wait is the safe one. */
const SECONDS = /^\d+(\s*,\s*\d+)*$/;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(?<month>${MONTHS.join('|')})`;
const TIME = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)`;

/** `Sun, 06 Nov 1994 08:49:37 GMT` */
const IMF_FIXDATE = new RegExp(
  String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d\d) ${MONTH} (?<year>\d{4}) ${TIME} GMT$`,
);
/** `Sunday, 06-Nov-94 08:49:37 GMT` */
const RFC_850 = new RegExp(
  String.raw`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d\d)-${MONTH}-(?<year>\d\d) ${TIME} GMT$`,
);
/** `Sun Nov  6 08:49:37 1994` */
const ASCTIME = new RegExp(
  String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${MONTH} (?<day>\d\d| \d) ${TIME} (?<year>\d{4})$`,
);

/** A year of two digits that would lie more than 50 years ahead is the latest past one that ends so. */
function fullYear(twoDigits: number, thisYear: number): number {
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}

function bounded(ms: number): number {
  return Math.min(Math.max(0, ms), Number.MAX_SAFE_INTEGER);
}
