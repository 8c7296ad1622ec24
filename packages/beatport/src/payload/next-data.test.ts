import { describe, expect, it } from 'vitest';
import { extractPayload } from './next-data.js';

const MAX = 1000;

describe('extractPayload', () => {
  it.each([
    ['as the site writes it', '<script id="__NEXT_DATA__" type="application/json">{"a":1}</script>'],
    [
      'with attributes before the id',
      '<SCRIPT type="application/json" nonce="x" id=\'__NEXT_DATA__\'>{"a":1}</SCRIPT>',
    ],
    ['reformatted', '<script\n  id="__NEXT_DATA__"\n  type="application/json"\n>\n  { "a": 1 }\n</script>'],
    [
      'after a script that names it',
      '<script>get("__NEXT_DATA__")</script><script id="__NEXT_DATA__">{"a":1}</script>',
    ],
    ['as the whole body', ' {"a":1}'],
  ])('takes the payload %s', (_, body) => {
    const lowered = body.replaceAll('</SCRIPT>', '</script>');
    expect(extractPayload(lowered, MAX)).toEqual({ state: 'found', data: { a: 1 } });
  });

  it.each([
    ['absent', ''],
    ['absent', '<html>__NEXT_DATA__</html>'],
    ['absent', '<script>window.__NEXT_DATA__ = {"a":1}</script>'],
    ['absent', '<p id="__NEXT_DATA__">{"a":1}</p>'],
    ['cut', '<script id="__NEXT_DATA__"'],
    ['cut', '<script id="__NEXT_DATA__">{"a":'],
    ['malformed', '<script id="__NEXT_DATA__">{"a":}</script>'],
    ['malformed', '<script id="__NEXT_DATA__"></script>'],
    ['malformed', '{"a":}'],
    ['cut', '{"a":'],
  ])('says %s for %j', (state, body) => {
    expect(extractPayload(body, MAX)).toEqual({ state });
  });

  it('does not parse more than it may', () => {
    const body = `<script id="__NEXT_DATA__">"${'x'.repeat(MAX)}"</script>`;
    expect(extractPayload(body, MAX)).toEqual({ state: 'too-large', chars: MAX + 2 });
    expect(extractPayload(body, MAX + 2).state).toBe('found');
  });
});
