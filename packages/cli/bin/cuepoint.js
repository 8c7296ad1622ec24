#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  // Loading the program would fail with a syntax or import error that tells a user nothing.
  process.stderr.write(`CuePoint needs Node.js 20.19 or newer; this is ${process.version}. See https://nodejs.org\n`);
  process.exitCode = 1;
} else {
  const { main } = await import('../dist/cuepoint.js');
  // Not process.exit(): it would cut off what is still on its way into a pipe.
  process.exitCode = await main(process.argv.slice(2));
}
