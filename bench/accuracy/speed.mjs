#!/usr/bin/env node
/**
 * Candidates compared and scored in a second on one core: `node bench/accuracy/speed.mjs`. Searches are made once
 * before; only reading, comparing, grouping and deciding are timed.
 */
import { fileURLToPath } from 'node:url';
import { CandidatePool, decide, findIdentifiers, readTrack, WEIGHTS } from '@cuepoint/core/matching';
import { openCorpus } from './corpus.mjs';
import { openTrials } from './trial.mjs';

const SAMPLE = fileURLToPath(new URL('../../packages/stand-in/sample', import.meta.url));
const TURNS = 40;

const trials = await openTrials(openCorpus(SAMPLE));
const examples = await trials.gather();
await trials.close();

const rates = [];
for (let turn = 0; turn < TURNS; turn += 1) {
  let candidates = 0;
  const from = performance.now();
  for (const { subject, candidates: found } of examples) {
    const { track } = subject;
    const pool = new CandidatePool(
      { track, readings: readTrack(track), identifiers: findIdentifiers(track) },
      WEIGHTS,
      'original',
    );
    pool.add(found.map((one) => one.track));
    const { recordings, scores } = pool.standing();
    decide(recordings, scores);
    candidates += found.length;
  }
  rates.push((1000 * candidates) / (performance.now() - from));
}
rates.sort((a, b) => a - b);
console.log(
  `${Math.round(rates[TURNS >> 1] ?? 0)} candidates a second (median of ${TURNS} turns over ${examples.length} tracks)`,
);
