/**
 * Bundles the command: what `tsc` made in lib/ and our own packages go into dist/, other people's packages stay
 * dependencies. Lazy imports stay lazy. Fails when the dependencies in package.json are not exactly those the bundle
 * imports, in the very versions that the packages using them declare: what is tested here is what a user installs.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(here, 'dist');
const own = readManifest(here);

/** Every package imported from outside, with the packages of ours that import it. @type {Map<string, Set<string>>} */
const importers = new Map();

await rm(dist, { recursive: true, force: true });
const bundle = await rolldown({
  input: { cuepoint: path.join(here, 'lib', 'main.js') },
  platform: 'node',
  external: isExternal,
});
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  // All in one folder: modules find package.json one level above themselves.
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();

const problems = dependencyProblems(importedBy(output));
for (const problem of problems) console.error(`bundle: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/**
 * @param {string} id
 * @param {string | undefined} importer
 */
function isExternal(id, importer) {
  if (isBuiltin(id)) return true;
  if (importer === undefined || !isBare(id) || id.startsWith('@cuepoint/')) return false;
  const name = packageName(id);
  importers.set(name, (importers.get(name) ?? new Set()).add(manifestFolder(path.dirname(importer))));
  return true;
}

/**
 * The packages the finished bundle imports; what was cut as unused is not among them.
 * @param {readonly import('rolldown').OutputChunk[]} chunks
 */
function importedBy(chunks) {
  const files = new Set(chunks.map(({ fileName }) => fileName));
  const ids = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [...chunk.imports, ...chunk.dynamicImports] : []));
  return new Set(ids.filter((id) => isBare(id) && !isBuiltin(id) && !files.has(id)).map(packageName));
}

/** @param {ReadonlySet<string>} imported */
function dependencyProblems(imported) {
  const declared = own.dependencies ?? {};
  const missing = [...imported]
    .filter((name) => !(name in declared))
    .map((name) => `${name} is imported, but not in dependencies`);
  const unused = Object.keys(declared)
    .filter((name) => !imported.has(name))
    .map((name) => `${name} is in dependencies, but not imported`);
  const different = [...imported].flatMap((name) =>
    [...(importers.get(name) ?? [])].map(readManifest).flatMap((user) => {
      const wanted = user.dependencies?.[name];
      if (wanted === undefined) return [`${user.name} imports ${name}, but does not declare it`];
      return name in declared && wanted !== declared[name]
        ? [`${user.name} wants ${name} ${wanted}, here it is ${declared[name]}`]
        : [];
    }),
  );
  return [...missing, ...unused, ...different];
}

/** @param {string} id */
function isBare(id) {
  return !id.startsWith('.') && !path.isAbsolute(id);
}

/** @param {string} id */
function isBuiltin(id) {
  return id.startsWith('node:') || builtinModules.includes(id);
}

/** "cheerio/slim" is of the package "cheerio". @param {string} id */
function packageName(id) {
  return id.split('/', id.startsWith('@') ? 2 : 1).join('/');
}

/** The folder of the package a file belongs to. @param {string} folder @returns {string} */
function manifestFolder(folder) {
  try {
    readManifest(folder);
    return folder;
  } catch {
    return manifestFolder(path.dirname(folder));
  }
}

/** @param {string} folder @returns {{ name: string, dependencies?: Record<string, string> }} */
function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}
