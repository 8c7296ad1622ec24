/**
 * Who may import whom: the arrows of docs/architecture.md, as data. `npm run boundaries` holds the code to them.
 */

/** Every package, and the packages of ours that its sources may import. Tests may use any public part. */
const arrows = {
  core: [],
  rekordbox: ['core'],
  beatport: ['core'],
  http: ['core'],
  'fetch-sync': ['core', 'http'],
  'fetch-async': ['core', 'http'],
  'fetch-policies': ['core'],
  metrics: ['core'],
  report: ['core'],
  store: ['core'],
  engine: [
    'core',
    'rekordbox',
    'beatport',
    'fetch-sync',
    'fetch-async',
    'fetch-policies',
    'metrics',
    'report',
    'store',
  ],
  'stand-in': [],
  cli: ['engine'],
};

const anyOf = (names) => `(?:${names.join('|')})`;
const others = (name) => Object.keys(arrows).filter((other) => other !== name && !arrows[name].includes(other));
const test = '[.]test[.]ts$';
/** The sources of what a package exports: the files its package.json leads to. */
const faces = Object.keys(arrows).flatMap((name) =>
  Object.values(require(`./packages/${name}/package.json`).exports ?? {})
    .map((target) => target['@cuepoint/source'])
    .filter((source) => source !== undefined)
    .map((source) => `^packages/${name}/${source.replace('./', '')}$`),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.keys(arrows).map((name) => ({
      name: `arrows-of-${name}`,
      comment: `${name} may import ${arrows[name].join(', ') || 'none of our packages'}.`,
      severity: 'error',
      from: { path: `^packages/${name}/src/`, pathNot: test },
      to: { path: `^packages/${anyOf(others(name))}/` },
    })),
    {
      name: 'known-packages-only',
      comment: 'A new package gets its arrows in .dependency-cruiser.cjs first.',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/${anyOf(Object.keys(arrows))}/` },
      to: {},
    },
    {
      name: 'front-door-only',
      comment: 'Another package is imported by its name, never by a file inside it.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/([^/]+)/', pathNot: ['^packages/$1/', ...faces] },
    },
    {
      name: 'front-door-only-from-outside',
      comment: 'Tests and benchmarks that cross packages use what a user can use.',
      severity: 'error',
      from: { path: '^(?:test|bench)/' },
      to: { path: '^packages/', pathNot: faces },
    },
    {
      name: 'no-tests-in-sources',
      comment: 'What only tests need is in a devDependency or under testing/, and must not reach a user.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: [test, '/src/testing/'] },
      to: { path: [test, '/src/testing/'] },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one idea, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment: 'core knows no files, no network and no process. What it offers to tests may use Node.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: [test, '/src/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'declared-only',
      comment:
        'Only what its own package.json names, or a user’s installation breaks. (Of our own packages knip sees it.)',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: [test, '/src/testing/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'no-dev-dependency-in-sources',
      comment: 'A devDependency is not there for a user. (The CLI is bundled, so its engine is one.)',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: [test, '/src/testing/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^packages/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist', 'lib'] },
    tsPreCompilationDeps: true,
    // Only what its own package.json names counts as declared, not what the root happens to install.
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.lint.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@cuepoint/source', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
