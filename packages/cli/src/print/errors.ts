import { errorCode, errorMessage } from '@cuepoint/engine';
import type { Colors } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';
import { harmless } from './printable.js';

/**
 * What a user is told about an error: what happened, and what to do next. With `verbose` its code, its causes and
 * where it came from as well.
 */
export function errorText(error: unknown, options: { readonly verbose: boolean; readonly colors: Colors }): string {
  const { verbose, colors } = options;
  const hint = hintOf(error);
  return [
    `${colors.red('error:')} ${harmless(errorMessage(error))}`,
    ...(error instanceof UsageError && error.details !== undefined ? ['', error.details, ''] : []),
    ...(hint === undefined ? [] : [harmless(hint)]),
    ...(verbose ? ['', ...insides(error).map((line) => colors.dim(line))] : []),
  ].join('\n');
}

/** Errors we throw on purpose carry their own hint, or need none; any other one is a defect of ours. */
function hintOf(error: unknown): string | undefined {
  if (typeof error === 'object' && error !== null && 'hint' in error) {
    return typeof error.hint === 'string' ? error.hint : undefined;
  }
  return 'This should not have happened. Please report it with what the same command prints with --verbose.';
}

function insides(error: unknown): string[] {
  const lines: string[] = [];
  let current: unknown = error;
  // A cause that leads back to itself would never end.
  for (let depth = 0; current !== undefined && depth < 5; depth += 1) {
    const code = errorCode(current);
    lines.push(
      `${depth === 0 ? 'code' : 'cause'}: ${code ?? 'none'}${depth === 0 ? '' : `: ${errorMessage(current)}`}`,
    );
    if (current instanceof Error && current.stack !== undefined) lines.push(...frames(current.stack));
    current = current instanceof Error ? current.cause : undefined;
  }
  return lines;
}

function frames(stack: string): string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
