import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { type HandleWatch, watchHandles } from './open-handles.js';

const watches: HandleWatch[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
});

function startWatch(): HandleWatch {
  const watch = watchHandles();
  watches.push(watch);
  return watch;
}

/** Closing takes a turn or two of the event loop; the test's own time limit ends a wait in vain. */
async function untilOpen(watch: HandleWatch, kinds: readonly string[]): Promise<void> {
  while (watch.stillOpen().toSorted().join() !== kinds.join()) await nextTurn();
}

it('sees a timer until it is cleared, and not one that keeps nothing alive', async () => {
  const watch = startWatch();
  const timer = setInterval(() => {}, 60_000);
  const quiet = setInterval(() => {}, 60_000).unref();
  expect(watch.stillOpen()).toContain('Timeout');
  clearInterval(timer);
  await untilOpen(watch, []);
  clearInterval(quiet);
});

it('sees a server and both ends of a connection until they are closed', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const watch = startWatch();
  const address = server.address();
  const client = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
  const [accepted] = await once(server, 'connection');
  await untilOpen(watch, ['TCPWRAP', 'TCPWRAP']);
  client.destroy();
  accepted.destroy();
  await untilOpen(watch, []);
  server.close();
});

it('does not see what was open before', async () => {
  const timer = setInterval(() => {}, 60_000);
  const watch = startWatch();
  await untilOpen(watch, []);
  clearInterval(timer);
});
