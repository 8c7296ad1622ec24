/**
 * `npm test`: installs what is needed, builds, and runs every test. Arguments go to vitest:
 * `npm test -- packages/core` runs the tests of one package. With CI=true coverage is measured and its
 * thresholds hold.
 */
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { toolEntry } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';

requireNode();
await ensureInstalled();
await ensureBuilt();

const coverage = process.env.CI === 'true' ? ['--coverage'] : [];
// The project 'browser' has its own command: a real browser takes minutes, and may not be there.
const projects = ['--project', 'unit', '--project', 'whole', '--project', 'faults'];
const { code } = await runNode(toolEntry('vitest'), ['run', ...projects, ...coverage, ...process.argv.slice(2)]);
process.exit(code);
