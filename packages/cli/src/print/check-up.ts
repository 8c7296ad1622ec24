import type { CheckUp } from '@cuepoint/engine';
import type { Colors } from '../terminal/terminal.js';
import { harmless } from './printable.js';
import { plural } from './words.js';

/** Columns before a finding. */
const INDENT = 24;

/** What was found, for a person: a line for each thing, and below it what to do. */
export function checkUpText({ checks }: CheckUp, colors: Colors): string {
  const lines = checks.flatMap(({ name, ok, finding, advice }) => {
    const [first = '', ...more] = harmless(finding).split('\n');
    const state = (ok ? colors.green : colors.red)((ok ? 'ok' : 'problem').padEnd(9));
    return [
      `${state}${name.replaceAll('_', ' ').padEnd(INDENT - 9)}${first}`,
      ...[...more, ...(advice === undefined ? [] : [harmless(advice)])].map(
        (line) => `${' '.repeat(INDENT)}${line.trim()}`,
      ),
    ];
  });
  const wrong = checks.filter(({ ok }) => !ok).length;
  return [...lines, '', wrong === 0 ? 'All is well.' : `${plural(wrong, 'problem')}.`].join('\n');
}

/** The same for a program. */
export function checkUpJson({ ok, checks }: CheckUp): object {
  return {
    ok,
    checks: checks.map(({ name, ok: good, finding, advice, pageClass }) => ({
      name,
      ok: good,
      finding,
      advice: advice ?? null,
      ...(pageClass === undefined ? {} : { page_class: pageClass }),
    })),
  };
}
