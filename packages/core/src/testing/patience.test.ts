import { expect, it } from 'vitest';
import { createPatience } from './patience.js';

it('waits until it is so', async () => {
  let asked = 0;
  await createPatience(60_000).until('the third time', () => {
    asked += 1;
    return asked === 3;
  });
  expect(asked).toBe(3);
});

it('gives up when it never is', async () => {
  await expect(createPatience(1).until('pigs fly', () => false)).rejects.toThrow('Waited 1 ms in vain until pigs fly');
});

it('gives what a promise gives, its error too', async () => {
  const { soon } = createPatience(60_000);
  expect(await soon('a value', Promise.resolve(7))).toBe(7);
  const error = new Error('as it was');
  await expect(soon('a value', Promise.reject(error))).rejects.toBe(error);
});

it('gives up on a promise that gives nothing', async () => {
  await expect(createPatience(1).soon('an answer', new Promise(() => {}))).rejects.toThrow(
    'Waited 1 ms in vain for an answer',
  );
});
