import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, toolEntry } from './project.mjs';
import { runNode, runNpm } from './run.mjs';

/** Builds every package; says nothing unless it fails, and then ends the process. */
export async function ensureBuilt() {
  const { code, output } = hasTurboBinary()
    ? await runNode(toolEntry('turbo'), ['run', 'build', '--output-logs=errors-only'], { quiet: true })
    : await buildWithoutTurbo();
  if (code === 0) return;
  console.error(output);
  console.error('The build failed; the compiler’s words stand above.');
  process.exit(code);
}

/** turbo is a binary in a package of its own per platform; where there is none, everything still has to work. */
function hasTurboBinary() {
  const platform = { win32: 'windows', android: 'linux' }[String(process.platform)] ?? process.platform;
  const architecture = process.arch === 'x64' ? '64' : process.arch;
  return existsSync(path.join(root, 'node_modules', '@turbo', `${platform}-${architecture}`));
}

async function buildWithoutTurbo() {
  console.log('turbo has no binary for this platform here: building with tsc alone.');
  const compiled = await runNode(toolEntry('typescript', 'tsc'), ['-b'], { quiet: true });
  if (compiled.code !== 0) return compiled;
  // The CLI is the one package whose build does more than compile.
  return runNpm(['run', 'build', '--workspace', '@cuepoint/cli'], { quiet: true });
}
