import { get, request } from 'node:http';

/** What a test server saw since it was last reset. */
export interface Seen {
  /** Path and query of every request, in order of arrival. */
  readonly order: readonly string[];
  /** Most requests in flight at once. */
  readonly most: number;
}

/** Asks a test server what it saw. */
export async function seenBy(origin: string): Promise<Seen> {
  const text = await new Promise<string>((resolve, reject) => {
    // A connection of its own each time: a kept one would look like an open handle of the fetcher.
    get(new URL('/__test/seen', origin), { agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve(body)).on('error', reject);
    }).on('error', reject);
  });
  const seen: unknown = JSON.parse(text);
  if (!isSeen(seen)) throw new Error(`/__test/seen of ${origin} gave something else: ${text.slice(0, 200)}`);
  return seen;
}

/** Makes a test server forget what it saw. */
export function resetSeen(origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(new URL('/__test/seen/reset', origin), { method: 'POST', agent: false }, (response) => {
      response.resume().on('end', resolve).on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

function isSeen(value: unknown): value is Seen {
  if (typeof value !== 'object' || value === null || !('order' in value) || !('most' in value)) return false;
  return (
    Array.isArray(value.order) &&
    value.order.every((entry) => typeof entry === 'string') &&
    typeof value.most === 'number'
  );
}
