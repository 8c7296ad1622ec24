import { expect, it } from 'vitest';
import plugin from './index.js';

it('serves one request at a time, however many the run would have in flight', async () => {
  const fetcher = await plugin.create(
    {},
    {
      allowedOrigins: ['https://www.example.test'],
      timeoutMs: 1_000,
      maxBodyBytes: 1_000,
      userAgent: 'CuePoint/test',
      maxInFlight: 50,
      log: () => {},
    },
  );
  expect(fetcher).toMatchObject({ name: 'sync', concurrency: 1 });
  await fetcher[Symbol.asyncDispose]();
});

it('has no options, and says so to someone who gives one', async () => {
  expect(await plugin.options['~standard'].validate({})).toEqual({ value: {} });
  const refused = await plugin.options['~standard'].validate({ connections: 2 });
  expect(refused.issues?.map((issue) => issue.message)).toEqual(['Unrecognized key: "connections"']);
});
