import { expect, it } from 'vitest';
import plugin from './index.js';
import { browserOptionsSchema } from './options.js';

it('has two tabs, no window and a profile of its own unless told otherwise', () => {
  const options = browserOptionsSchema.parse({});
  expect(options).toMatchObject({ pages: 2, headed: false, recycleAfter: 200 });
  expect(options.profileDir).toBeUndefined();
});

it.each([[{ pages: 0 }], [{ pages: 6 }], [{ pages: '2' }], [{ page: 2 }], [{ profileDir: '' }], [null]])(
  'refuses the options %j',
  async (options) => {
    expect((await plugin.options['~standard'].validate(options)).issues).toHaveLength(1);
  },
);
