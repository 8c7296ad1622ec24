/** What stands above the list of flags, for `cuepoint --help`. */
export const OVERVIEW = `CuePoint finds the tracks of a Rekordbox library on Beatport: key, BPM, label,
genre, release, date.

Usage: cuepoint COMMAND …

Commands:
  match LIBRARY           Match playlists, or the whole collection.
  explain LIBRARY         Show why one track was decided as it was.
  playlists LIBRARY       Print the playlists of a library with their track counts.
  analyze METRICS.json    Say whether fetching concurrently pays, by a run's metrics.
  compare A.json B.json   Set the metrics of two runs side by side.
  fetchers                List the ways to fetch pages, with their options.
  config list             Print every setting, and where its value comes from.
  config get KEY          Print one setting.
  config set KEY VALUE    Change one setting for all runs to come.
  config path             Print the path of the config file.
  login                   Keep your own API token; it is pasted or piped in.
  logout                  Forget it.
  paths                   Print where settings, token, data and cache are.
  store stats             Say what pages are stored.
  store prune             Drop the stored pages that are too old to answer a run.
  store clear             Drop every stored page.
  purge                   Remove settings, token, data and cache, after asking.
  doctor                  Check everything a run needs, and say what to do.

LIBRARY is the file that Rekordbox exports (File > Export Collection in xml
format), .xml or .xml.gz. METRICS.json is what a run writes when it is given
--metrics METRICS.json. Flags of a command: cuepoint COMMAND --help`;

/** How each command is typed; shown by its help, and when it was typed wrongly. */
export const USAGE = {
  match: 'Usage: cuepoint match LIBRARY --playlist "Folder/Name" | --all [flags]',
  explain: 'Usage: cuepoint explain LIBRARY --track ID|"part of a title" [flags]',
  playlists: 'Usage: cuepoint playlists LIBRARY [--json]',
  analyze: `Usage: cuepoint analyze METRICS.json [flags]

METRICS.json is required: the file that cuepoint match wrote with --metrics METRICS.json.`,
  compare: `Usage: cuepoint compare A.json B.json [flags]

A.json and B.json are files that cuepoint match wrote with --metrics, the older run or the slower way first.`,
  fetchers: 'Usage: cuepoint fetchers [--json]',
  config: 'Usage: cuepoint config list | get KEY | set KEY VALUE | path',
  login: 'Usage: cuepoint login < token.json',
  logout: 'Usage: cuepoint logout',
  paths: 'Usage: cuepoint paths [--json]',
  store: `Usage: cuepoint store stats [--json] | prune | clear [--yes]

The store holds copies of pages and nothing else: whatever is dropped is asked for again when a run needs it. A page
that is too old for a run still answers one with --offline, until it is pruned.`,
  purge: `Usage: cuepoint purge [--yes]

Settings, token, the journal of runs and stored pages are gone for good; the results of your runs are not touched.`,
  doctor: `Usage: cuepoint doctor [--live] [--json]

Without --live nothing is sent anywhere. The exit code is 0 when all is well, and 1 otherwise.`,
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
  analyze: [
    ['cuepoint match collection.xml --playlist Warmup --metrics sync.json', 'Records a run.'],
    ['cuepoint analyze sync.json', 'Does concurrency pay?'],
    ['cuepoint analyze sync.json --format html --out analysis.html', 'The same as a page with charts.'],
  ],
  compare: [
    ['cuepoint match collection.xml --playlist Warmup --fetcher async --metrics async.json', 'Records the second run.'],
    ['cuepoint compare sync.json async.json', 'What each cost, and how much faster the second was.'],
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
  paths: [
    ['cuepoint paths', 'Where everything is, and how large.'],
    ['cuepoint paths --json', 'The same for a script, with every file.'],
  ],
  store: [
    ['cuepoint store stats', 'How many pages of which kind, how large, from when.'],
    ['cuepoint store stats --json', 'The same for a script.'],
    ['cuepoint store prune', 'Makes the store smaller, and no run slower.'],
    ['cuepoint store clear --yes', 'Begins with an empty store.'],
  ],
  purge: [
    ['cuepoint purge', 'Shows what would be removed, and asks.'],
    ['cuepoint purge --yes', 'Removes it without asking.'],
  ],
  doctor: [
    ['cuepoint doctor', 'Node.js, settings, folders, files and token.'],
    ['cuepoint doctor --live', 'And whether the site answers.'],
    ['cuepoint doctor --live --json', 'The same for a script.'],
  ],
} as const satisfies Readonly<Record<keyof typeof USAGE, readonly (readonly [command: string, meaning: string])[]>>;
