import { FetchError } from '@cuepoint/core';

/**
 * Reads a body to its end, or to the largest size that is allowed, and decodes it.
 *
 * @param {Response} answer
 * @param {number} maxBytes
 * @param {string} url For the error.
 */
export async function readBody(answer, maxBytes, url) {
  const chunks = [];
  let bodyBytes = 0;
  for await (const chunk of answer.body ?? []) {
    bodyBytes += chunk.length;
    if (bodyBytes > maxBytes) throw new FetchError('FETCH_TOO_LARGE', url, `More than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const charset = /charset="?([\w-]+)/i.exec(answer.headers.get('content-type') ?? '')?.[1];
  return { body: new TextDecoder(charset).decode(Buffer.concat(chunks)), bodyBytes };
}
