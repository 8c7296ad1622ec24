/** What became of the search for a page's JSON payload. */
export type Payload =
  | { readonly state: 'found'; readonly data: unknown }
  /** The page has no `__NEXT_DATA__` at all. */
  | { readonly state: 'absent' }
  /** It begins and does not end: the page was cut off. */
  | { readonly state: 'cut' }
  /** It is whole, and is not JSON. */
  | { readonly state: 'malformed' }
  | { readonly state: 'too-large'; readonly chars: number };

/**
 * Takes the JSON out of a page's `<script id="__NEXT_DATA__">` without reading the HTML around it, which takes a
 * hundred times as long. A body that is itself JSON (a data file of the site, a page kept as its payload) is taken
 * as a whole.
 *
 * @param maxChars Longest payload that is parsed, in characters.
 */
export function extractPayload(body: string, maxChars: number): Payload {
  if (/^\s*\{/.test(body))
    return /\}\s*$/.test(body.slice(-LONGEST_END)) ? parse(body.trim(), maxChars) : { state: 'cut' };
  const start = contentStart(body);
  if (start === undefined) return { state: 'absent' };
  // The site escapes "<" inside the JSON, so that the next end tag is the script's own.
  const end = start < 0 ? -1 : body.indexOf('</script', start);
  return end < 0 ? { state: 'cut' } : parse(body.slice(start, end), maxChars);
}

const MARK = '__NEXT_DATA__';

/** Characters at the end of a JSON body in which its last brace must stand. */
const LONGEST_END = 100;

/** More than any attributes before the id need; without a bound, a page of nothing but marks takes quadratic time. */
const LONGEST_TAG_HEAD = 200;

/** Where the script's content begins; -1 when its tag is cut off, undefined when there is no such tag. */
function contentStart(body: string): number | undefined {
  for (let at = body.indexOf(MARK); at >= 0; at = body.indexOf(MARK, at + MARK.length)) {
    // Other scripts name the element too: only an id inside a script tag is the element itself.
    const head = body.slice(Math.max(0, at - LONGEST_TAG_HEAD), at);
    if (!/<script\b[^<>]*\bid\s*=\s*["']?$/i.test(head)) continue;
    const close = body.indexOf('>', at);
    return close < 0 ? -1 : close + 1;
  }
  return undefined;
}

function parse(json: string, maxChars: number): Payload {
  if (json.length > maxChars) return { state: 'too-large', chars: json.length };
  try {
    return { state: 'found', data: JSON.parse(json) };
  } catch {
    return { state: 'malformed' };
  }
}
