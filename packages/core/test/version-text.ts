import type { Version } from '../src/versions/version.js';

/** A version as one line of a table: "dub+remix, extended, by ossa trint", or "none" where none is named. */
export function versionText(version: Version): string {
  if (!version.stated) return 'none';
  const parts: string[] = [];
  if (version.flavours.size > 0) parts.push([...version.flavours].sort().join('+'));
  if (version.length !== 'unstated') parts.push(version.length);
  if (version.credit.size > 0) parts.push(`by ${[...version.credit].join(' ')}`);
  return parts.length === 0 ? 'stated' : parts.join(', ');
}
