/**
 * Where a site's owner can read what this is. A reserved name until the project has an address of its own: a guessed one
 * would send complaints to strangers.
 */
const PROJECT_URL = 'https://cuepoint.example';

/** The honest user agent: name, version, and where to read more. */
export function userAgent(version: string): string {
  return `CuePoint/${version} (+${PROJECT_URL})`;
}
