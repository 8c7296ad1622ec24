/**
 * An entry of a lockfile, as far as it matters here.
 *
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [link]
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {readonly string[]} [os]
 * @property {readonly string[]} [cpu]
 * @property {readonly string[]} [libc]
 *
 * @typedef {Record<string, Entry>} Packages
 */

const exactVersion = /^\d+\.\d+\.\d+(?:[-+].+)?$/;

/**
 * What a lockfile lacks: optional dependencies that no entry stands for, by the place each belongs in.
 *
 * npm leaves out the ones it could not get while it wrote the file, and a user on such a platform then gets no
 * binary (https://github.com/npm/cli/issues/4828). The entries have no integrity: npm asks its registry for the
 * package of that name and version, and skips it where os, cpu or libc do not fit.
 *
 * @param {Packages} packages
 * @returns {Packages}
 * @throws {Error} When one is asked for by a range: its version cannot be known from the lockfile.
 */
export function missingEntries(packages) {
  const missing = /** @type {Packages} */ ({});
  for (const [place, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const all = { ...packages, ...missing };
      const found = lookUp(all, place, name);
      if (found !== undefined && (found.version === version || !exactVersion.test(version))) continue;
      if (!exactVersion.test(version)) throw new Error(`${place} asks for ${name} ${version}, which is in no entry.`);
      const top = `node_modules/${name}`;
      missing[top in all ? `${place}/${top}` : top] = entryFor(name, version, parent);
    }
  }
  return missing;
}

/**
 * Places whose entries name the registry they came from. Other people have other registries, so none is named.
 *
 * @param {Packages} packages
 */
export function placesWithRegistry(packages) {
  return Object.keys(packages).filter((place) => /^https?:/.test(packages[place]?.resolved ?? ''));
}

/**
 * The entry a package sees under a name: its own folder first, then those above it, as Node looks for modules.
 *
 * @param {Packages} packages
 * @param {string} place
 * @param {string} name
 * @returns {Entry | undefined}
 */
function lookUp(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const entry = packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (entry !== undefined || folder === '') return entry;
  }
}

/**
 * @param {string} name
 * @param {string} version
 * @param {Entry} parent
 * @returns {Entry}
 */
function entryFor(name, version, parent) {
  const { os, cpu, libc } = platformOf(name);
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(parent.dev ? { dev: true } : {}),
    ...(parent.devOptional ? { devOptional: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}

const systems = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux' };
const systemNames = new Map(
  Object.entries({ ...systems, openharmony: 'openharmony', win32: 'win32', windows: 'win32' }),
);
const processors = new Map(
  Object.entries({
    64: 'x64',
    arm: 'arm',
    arm64: 'arm64',
    ia32: 'ia32',
    ppc64: 'ppc64',
    riscv64: 'riscv64',
    s390x: 's390x',
    wasm32: 'wasm32',
    x64: 'x64',
  }),
);
const libraries = new Map(Object.entries({ gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }));

/**
 * The platform a binary package is for, read from its name: "@oxc-parser/binding-linux-arm64-musl".
 *
 * @param {string} name
 * @throws {Error} When the name tells neither a system nor a processor: npm would install it everywhere.
 */
export function platformOf(name) {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const pick = (/** @type {Map<string, string>} */ known) => known.get(words.find((word) => known.has(word)) ?? '');
  const platform = { os: pick(systemNames), cpu: pick(processors), libc: pick(libraries) };
  if (platform.os === undefined && platform.cpu === undefined) throw new Error(`No platform is known for ${name}.`);
  return platform;
}
