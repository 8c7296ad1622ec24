import { createServer } from 'node:http';
import { Agent } from 'undici';
import { expect, it } from 'vitest';
import { exchange } from './exchange.js';

it('does not connect when the signal has fired between two hops', async () => {
  let connections = 0;
  const server = createServer((_request, response) => response.end()).on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  const agent = new Agent();
  const reason = new Error('called off');
  const request = { asked: url.href, url, headers: {}, maxBytes: 10 };
  const send = (signal: AbortSignal) => exchange(agent, { ...request, signal }, () => connections);
  expect(await send(AbortSignal.abort(reason))).toEqual({ ok: false, error: reason, stale: false });
  expect(connections).toBe(0);
  expect(await send(new AbortController().signal)).toMatchObject({ ok: true, answer: { status: 200 } });
  expect(connections).toBe(1);
  await agent.destroy();
  server.close();
});
