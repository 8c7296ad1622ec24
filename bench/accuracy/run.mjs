#!/usr/bin/env node
/**
 * How often the matcher is right, over a labelled folder (`library.xml`, `truth.jsonl`, `catalogue.jsonl[.gz]`).
 *
 *   npm run accuracy                          the sample library, with the weights that ship
 *   npm run accuracy -- FOLDER                cross-validated: each library with weights fitted to all the others
 *   npm run accuracy -- FOLDER --shipped      with the weights that ship
 *   npm run accuracy -- FOLDER --fit          fits the weights to all of it and writes them into core
 *   … --list                                  and the tracks that went wrong
 */
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WEIGHTS } from '@cuepoint/core/matching';
import { openCorpus } from './corpus.mjs';
import { compareWithLast } from './history.mjs';
import { printMistakes, printTrial } from './print.mjs';
import { openTrials } from './trial.mjs';
import { writeWeights } from './write-weights.mjs';

const SAMPLE = fileURLToPath(new URL('../../packages/stand-in/sample', import.meta.url));
const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')));
const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
// npm runs scripts in their package's folder; a path is meant from where the user stands.
const folder = given === undefined ? SAMPLE : resolve(process.env.INIT_CWD ?? process.cwd(), given);

const corpus = openCorpus(folder);
const trials = await openTrials(corpus);
try {
  const owners = new Set(trials.labelled.map(({ truth }) => truth.owner)).size;
  if (flags.has('--fit')) writeWeights(await trials.fit());
  else if (flags.has('--shipped') || owners < 2)
    await show('with the weights that ship', await trials.withWeights(WEIGHTS));
  else await show(`cross-validated over ${owners} libraries`, await trials.crossValidated());
} finally {
  await trials.close();
}

/**
 * @param {string} how
 * @param {Awaited<ReturnType<typeof trials.withWeights>>} trial
 */
async function show(how, trial) {
  console.log(`${basename(folder)}, ${how}. Real tags or not, the catalogue is partly made: see docs/accuracy.md.\n`);
  printTrial(trial);
  if (flags.has('--list')) printMistakes(trial.tried);
  compareWithLast(basename(folder), trial.tried);
}
