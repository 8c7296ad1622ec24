import { expect, it } from 'vitest';
import plugin from './index.js';

it.each([
  [{}, 12],
  [{ connections: 1 }, 1],
  [{ connections: 100 }, 100],
])('with the options %j it has %i places', async (options, places) => {
  const checked = await plugin.options['~standard'].validate(options);
  if (checked.issues) throw new Error('The options do not fit');
  const fetcher = await plugin.create(checked.value, {
    allowedOrigins: ['https://www.example.test'],
    timeoutMs: 1_000,
    maxBodyBytes: 1_000,
    userAgent: 'CuePoint/test',
    maxInFlight: 12,
    log: () => {},
  });
  expect(fetcher).toMatchObject({ name: 'async', concurrency: places });
  await fetcher[Symbol.asyncDispose]();
});

it.each([
  [{ connections: 0 }],
  [{ connections: 101 }],
  [{ connections: 1.5 }],
  [{ connections: '5' }],
  [{ conections: 5 }],
  [null],
])('refuses the options %j', async (options) => {
  expect((await plugin.options['~standard'].validate(options)).issues).toHaveLength(1);
});
