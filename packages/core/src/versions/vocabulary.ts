/**
 * What makes a version another recording than the original. Classes combine: "X Extended Dub Remix" is a remix, a
 * dub, and long.
 */
export type Flavour =
  | 'remix'
  | 'edit'
  | 'rework'
  | 'dub'
  | 'instrumental'
  | 'acapella'
  | 'vocal'
  | 'vip'
  | 'live'
  | 'acoustic'
  | 'club'
  | 'remaster'
  | 'mixed'
  | 'bootleg'
  | 'demo'
  | 'tool';

/** What a version name says of the length; `unstated` where it says nothing. */
export type LengthClass = 'unstated' | 'original' | 'extended' | 'short';

/** Folded words that name a class by themselves. */
export const FLAVOUR_WORDS: ReadonlyMap<string, Flavour> = new Map<string, Flavour>(
  Object.entries({
    remix: 'remix',
    rmx: 'remix',
    remixed: 'remix',
    remx: 'remix',
    refix: 'remix',
    reinterpretation: 'remix',
    interpretation: 'remix',
    reconstruction: 'remix',
    rerub: 'remix',
    rub: 'remix',
    edit: 'edit',
    reedit: 'edit',
    rework: 'rework',
    reworked: 'rework',
    remake: 'rework',
    remode: 'rework',
    reboot: 'rework',
    revision: 'rework',
    rebuild: 'rework',
    revisited: 'rework',
    retouch: 'rework',
    v2: 'rework',
    v3: 'rework',
    v4: 'rework',
    update: 'rework',
    rewire: 'rework',
    reprise: 'rework',
    dub: 'dub',
    instrumental: 'instrumental',
    inst: 'instrumental',
    acapella: 'acapella',
    acappella: 'acapella',
    accapella: 'acapella',
    vocal: 'vocal',
    vip: 'vip',
    spesh: 'vip',
    live: 'live',
    acoustic: 'acoustic',
    unplugged: 'acoustic',
    club: 'club',
    remaster: 'remaster',
    remastered: 'remaster',
    mixed: 'mixed',
    bootleg: 'bootleg',
    mashup: 'bootleg',
    flip: 'bootleg',
    demo: 'demo',
    tool: 'tool',
    beats: 'tool',
    drumapella: 'tool',
  } satisfies Readonly<Record<string, Flavour>>),
);

/** Folded words that say something of the length. */
export const LENGTH_WORDS: ReadonlyMap<string, LengthClass> = new Map<string, LengthClass>(
  Object.entries({
    original: 'original',
    extended: 'extended',
    ext: 'extended',
    long: 'extended',
    radio: 'short',
    airplay: 'short',
    short: 'short',
    single: 'short',
    video: 'short',
  } satisfies Readonly<Record<string, LengthClass>>),
);

/** Folded words that only say that a version is being named. */
export const VERSION_NOUNS: ReadonlySet<string> = new Set([
  'mix',
  'version',
  'edition',
  'cut',
  'take',
  'track',
  'mixes',
]);

/** Words of a version name that carry no meaning of their own. */
export const FILLERS: ReadonlySet<string> = new Set([
  'the',
  'and',
  's',
  'by',
  'a',
  'vs',
  'x',
  'with',
  'full',
  'in',
  'of',
  // "Album Version" and "Main Mix" are nobody's: the plain one, by another name.
  'album',
  'main',
]);
