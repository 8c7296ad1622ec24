import type { Rule } from './rule.js';

const ON = ['true', '1', 'yes', 'on'];
const OFF = ['false', '0', 'no', 'off'];

/**
 * A value typed as text (flag, environment, `config set`) as the value the config file would hold. Text that
 * cannot be one comes back as it is, for the schema to refuse.
 */
export function parseText(rule: Rule, text: string): unknown {
  const typed = text.trim();
  switch (rule.kind) {
    case 'whole':
    case 'number':
      return decimal(typed) ?? text;
    case 'rate':
      return decimal(typed) ?? typed.toLowerCase();
    case 'switch':
      return parseSwitch(typed.toLowerCase()) ?? text;
    case 'choice':
      return typed.toLowerCase();
    case 'choices':
      return typed.split(',').map((choice) => choice.trim().toLowerCase());
    case 'pairs':
      return parsePairs(typed) ?? text;
    case 'text':
    case 'url':
    case 'folder':
      return text;
  }
}

/** A comma sets pairs apart only where a name and an equals sign follow: values may hold commas. */
function parsePairs(text: string): Record<string, string> | undefined {
  const pairs = text.split(/,(?=[^,=]+=)/).map((pair) => /^([^=]+)=(.*)$/s.exec(pair.trim()));
  const entries = pairs.flatMap((pair) => (pair === null ? [] : [[(pair[1] ?? '').trim(), pair[2] ?? ''] as const]));
  return entries.length === pairs.length ? Object.fromEntries(entries) : undefined;
}

/** Digits with an optional fraction. `Number` alone would take "", "0x10" and "1e3". */
function decimal(text: string): number | undefined {
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
}

function parseSwitch(text: string): boolean | undefined {
  if (ON.includes(text)) return true;
  return OFF.includes(text) ? false : undefined;
}
