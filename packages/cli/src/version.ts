import { readFileSync } from 'node:fs';

/** Version of the command. The package file is one level up from `lib` and from `dist` alike. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const found: unknown = JSON.parse(text);
  if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version);
  return 'unknown';
}
