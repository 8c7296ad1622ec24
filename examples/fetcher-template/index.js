import { FetchError } from '@cuepoint/core';
import { z } from 'zod';
import { oneAtATime } from './one-at-a-time.js';
import { readBody } from './read-body.js';

/** @type {import('@cuepoint/core').FetcherPlugin<{ language: string }>} */
export default {
  apiVersion: 1,
  name: 'template',
  summary: 'one request at a time, over the fetch of Node',
  concurrency: 1,
  options: z.strictObject({ language: z.string().default('en').describe('Sent as Accept-Language.') }),
  create: ({ language }, context) =>
    oneAtATime('template', context, async (request, signal) => {
      // "close": the fetch of Node keeps connections open behind our back, where disposing could not reach them.
      const own = { 'user-agent': context.userAgent, 'accept-language': language, connection: 'close' };
      const startedAt = performance.now();
      for (let url = new URL(request.url), hops = 0; hops < 10; hops += 1) {
        if (!context.allowedOrigins.includes(url.origin) || url.username !== '')
          throw new FetchError('FETCH_HOST_REFUSED', request.url, `${url.host} is not one of the configured hosts`);
        // What proves who the user is goes to the host it was meant for, and to no other.
        const headers = url.origin === new URL(request.url).origin ? { ...request.headers, ...own } : own;
        const answer = await fetch(url, { headers, redirect: 'manual', signal });
        const { body, bodyBytes } = await readBody(answer, context.maxBodyBytes, request.url);
        const { status } = answer;
        const location = status >= 300 && status < 400 ? answer.headers.get('location') : null;
        if (location === null) {
          const timing = { startedAt, networkMs: performance.now() - startedAt, bodyBytes };
          const answerHeaders = Object.fromEntries(answer.headers);
          return { url: url.href, status, headers: answerHeaders, body, fetchedBy: 'template', timing };
        }
        url = new URL(location, url);
      }
      throw new FetchError('FETCH_NETWORK', request.url, 'The redirects do not end');
    }),
};
