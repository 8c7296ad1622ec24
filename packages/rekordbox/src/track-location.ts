/** Where a `Location` leads. */
export type TrackLocation =
  /** `path`: decoded, with forward slashes: "/Users/…" or "C:/…". */
  | { readonly kind: 'file'; readonly path: string }
  /** `service`: "soundcloud", "spotify", "tidal", …; `reference`: the rest, "tracks:123". */
  | { readonly kind: 'streaming'; readonly service: string; readonly reference: string }
  | { readonly kind: 'none' };

const PREFIX = /^file:\/\/(?:localhost)?/i;
/** A service name before a colon; one letter before a colon is a Windows drive. Case as Rekordbox writes it. */
const STREAMING = /^\/?([a-z][a-z0-9+.-]+):(?![/\\])(.+)$/;
const WINDOWS_DRIVE = /^\/(?=[A-Za-z]:(?:\/|$))/;
/** Percent-encoded UTF-8, one character a match. NUL stays encoded: no file name holds it, and no system call takes it. */
const ENCODED_CHARACTER =
  /%(?!00)[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi;

/**
 * Reads a `Location`: "file://localhost/C:/Music/a%20b.mp3", "file://localhostsoundcloud:tracks:1".
 *
 * No URL parser: Rekordbox leaves `#`, `?` and `+` of a file name as they are, and a URL parser would cut the name
 * there. Decoded exactly once; what is not an encoded character ("100% Pure Love", "%e4" of a Latin-1 writer) stays as
 * it is, since other programs write Locations without encoding them.
 */
export function decodeLocation(location: string): TrackLocation {
  const rest = location.replace(PREFIX, '');
  if (rest === '') return { kind: 'none' };
  const streaming = STREAMING.exec(rest);
  if (streaming) return { kind: 'streaming', service: streaming[1] ?? '', reference: streaming[2] ?? '' };
  return { kind: 'file', path: rest.replace(WINDOWS_DRIVE, '').replace(ENCODED_CHARACTER, decodeCharacter) };
}

function decodeCharacter(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Three bytes of the right form that still are no character: an encoded surrogate or an overlong form.
    return encoded;
  }
}
