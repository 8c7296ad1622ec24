import type { FetcherDescription, FetcherOption } from '@cuepoint/engine';
import type { Colors } from '../terminal/terminal.js';
import { harmless } from './printable.js';

/** The fetchers there are, one paragraph each: what it is, how many requests at once, its options. */
export function fetchersText(fetchers: readonly FetcherDescription[], colors: Colors): string {
  const text = fetchers.map((fetcher) => paragraph(fetcher, colors)).join('\n\n');
  return `${text}\n\nTake one with --fetcher NAME, and give it options with --fetcher-option name=value.`;
}

function paragraph(fetcher: FetcherDescription, colors: Colors): string {
  const { name, origin, package: packageName, summary, problem, options } = fetcher;
  const from = origin === 'built-in' ? 'built in' : `package ${packageName}`;
  const head = `${colors.bold(harmless(name))}  (${harmless(from)})`;
  if (problem !== null) return [head, `  ${colors.red('cannot be used:')} ${harmless(problem)}`].join('\n');
  return [
    head,
    `  ${harmless(summary ?? '')}`,
    ...concurrencyLines(fetcher),
    ...(options === null
      ? ['  options: not told; see its documentation']
      : options.map((option) => `  --fetcher-option ${harmless(optionWords(option))}`)),
  ].join('\n');
}

function concurrencyLines({ concurrency }: FetcherDescription): string[] {
  if (concurrency === null) return [];
  return [`  requests at once: ${concurrency === 'max-in-flight' ? 'up to max_in_flight' : concurrency}`];
}

function optionWords({ name, takes, required, default: fallback, description }: FetcherOption): string {
  const notes = [takes, ...(required ? ['required'] : []), ...(fallback === null ? [] : [`default ${fallback}`])];
  return `${name}=…  (${notes.join(', ')})${description === null ? '' : ` ${description}`}`;
}
