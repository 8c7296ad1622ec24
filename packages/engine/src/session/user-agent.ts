/** Where a site's owner can read what this is. */
const PROJECT_URL = 'https://github.com/cuepoint/cuepoint';

/** The honest user agent: name, version, and where to read more. */
export function userAgent(version: string): string {
  return `CuePoint/${version} (+${PROJECT_URL})`;
}
