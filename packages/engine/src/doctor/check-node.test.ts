import { expect, it } from 'vitest';
import { checkNode } from './check-node.js';

it.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.1.0', true],
])('Node.js %s: %s', (version, ok) => {
  const check = checkNode(version);
  expect([check.ok, check.advice === undefined, check.finding]).toEqual([ok, ok, `Node.js ${version}.`]);
});
