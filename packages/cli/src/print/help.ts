/** What stands above the list of flags, for `cuepoint --help`. */
export const OVERVIEW = `CuePoint finds the tracks of a Rekordbox library on Beatport: key, BPM, label,
genre, release, date.

Usage: cuepoint COMMAND …

Commands:
  match LIBRARY           Match playlists, or the whole collection.
  explain LIBRARY         Show why one track was decided as it was.
  playlists LIBRARY       Print the playlists of a library with their track counts.
  fetchers                List the ways to fetch pages, with their options.
  config list             Print every setting, and where its value comes from.
  config get KEY          Print one setting.
  config set KEY VALUE    Change one setting for all runs to come.
  config path             Print the path of the config file.
  login                   Keep your own API token; it is pasted or piped in.
  logout                  Forget it.

LIBRARY is the file that Rekordbox exports (File > Export Collection in xml
format), .xml or .xml.gz. Flags of a command: cuepoint COMMAND --help`;

/** How each command is typed; shown by its help, and when it was typed wrongly. */
export const USAGE = {
  match: 'Usage: cuepoint match LIBRARY --playlist "Folder/Name" | --all [flags]',
  explain: 'Usage: cuepoint explain LIBRARY --track ID|"part of a title" [flags]',
  playlists: 'Usage: cuepoint playlists LIBRARY [--json]',
  fetchers: 'Usage: cuepoint fetchers [--json]',
  config: 'Usage: cuepoint config list | get KEY | set KEY VALUE | path',
  login: 'Usage: cuepoint login < token.json',
  logout: 'Usage: cuepoint logout',
} as const;

/** Lines that work as they stand, given a library `collection.xml`, and what each one does. */
export const EXAMPLES = {
  match: [
    ['cuepoint match collection.xml --playlist "Sets/Friday"', 'One playlist, politely.'],
    [
      'cuepoint match collection.xml --playlist Warmup --playlist "Sets/Friday"',
      'Two; a name that is unique needs no folder.',
    ],
    ['cuepoint match collection.xml --all --fetcher async', 'Every track once, many at a time.'],
    ['cuepoint match collection.xml --playlist Warmup --format csv --summary json', 'For a script.'],
  ],
  explain: [
    ['cuepoint explain collection.xml --track 2', 'By its TrackID (track_id in results.csv).'],
    ['cuepoint explain collection.xml --track "north pier"', 'By a part of its title that no other track has.'],
    ['cuepoint explain collection.xml --track 2 --json', 'Everything, for a script.'],
  ],
  playlists: [
    ['cuepoint playlists collection.xml', 'The tree.'],
    ['cuepoint playlists collection.xml --json', 'The same for a script.'],
  ],
  fetchers: [
    ['cuepoint fetchers', 'Built in, and the plug-ins this folder depends on.'],
    ['cuepoint fetchers --json', 'The same for a script.'],
  ],
  config: [
    ['cuepoint config list', 'Every setting.'],
    ['cuepoint config set max_rate 2', 'At most two requests a second from now on.'],
    ['cuepoint config get max_rate', 'One setting.'],
  ],
  login: [
    ['cuepoint login < token.json', 'From a file with the answer of the token endpoint.'],
    ['cuepoint login', 'Pasted; end it with an empty line.'],
  ],
  logout: [['cuepoint logout', 'The file with the token is removed.']],
} as const satisfies Readonly<Record<keyof typeof USAGE, readonly (readonly [command: string, meaning: string])[]>>;
