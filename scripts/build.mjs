/** `npm run build`: builds every package that changed. */
import { ensureBuilt } from './lib/build.mjs';
import { requireNode } from './lib/node-version.mjs';

requireNode();
await ensureBuilt();
