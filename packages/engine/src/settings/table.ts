import type { FetcherOptionValues } from '../fetchers/fetcher-options.js';
import type {
  ChoiceRule,
  ChoicesRule,
  FolderRule,
  NumberRule,
  PairsRule,
  RateRule,
  SwitchRule,
  TextRule,
  UrlRule,
  WholeNumberRule,
} from './rule.js';
import type { OutputFormat, SettingName, Settings } from './settings.js';

/** One setting: what it means, what it takes, what it costs. */
export interface SettingDefinition<Value, SettingRule> {
  readonly default: Value;
  readonly rule: SettingRule;
  /** Unit of a number: "s", "requests per second". */
  readonly unit?: string;
  /** One sentence. */
  readonly description: string;
  /** A value as one would type it. */
  readonly example: string;
  /** What a higher value, or switching it on, costs. */
  readonly cost: string;
}

/**
 * Every setting, with its default. The only place that knows them: flags, environment names, the config file,
 * `cuepoint config list` and the documentation are made from this table.
 *
 * Holds no schema object, so that `--help` need not load a validation library; `schema.ts` makes the schema from it.
 */
export const SETTINGS = {
  fetcher: {
    default: 'sync',
    rule: { kind: 'text' },
    description:
      'How pages are fetched: sync (one request at a time), async (many at once), a package or a path; cuepoint fetchers lists them.',
    example: 'async',
    cost: 'async keeps many requests open at once; it is faster only as far as the rate allows.',
  },
  fetcherOption: {
    default: {},
    rule: { kind: 'pairs' },
    description: 'An option of the fetcher, as name=value; may be repeated.',
    example: 'connections=8',
    cost: 'None of its own; cuepoint fetchers lists the options of each fetcher.',
  },
  source: {
    default: 'auto',
    rule: { kind: 'choice', choices: ['auto', 'site', 'api'] },
    description:
      'Where to look: the pages of the site, the API with your own token, or auto (the API if you have a token).',
    example: 'site',
    cost: 'None; the API answers faster and is seldom closed.',
  },
  siteUrl: {
    default: 'https://www.beatport.com',
    rule: { kind: 'url' },
    description: 'Address of the web site.',
    example: 'http://127.0.0.1:8080',
    cost: 'None.',
  },
  apiUrl: {
    default: 'https://api.beatport.com/v4',
    rule: { kind: 'url' },
    description: 'Address of the JSON API.',
    example: 'http://127.0.0.1:8080/v4',
    cost: 'None.',
  },
  maxConcurrentTracks: {
    default: 5,
    rule: { kind: 'whole', min: 1, max: 20 },
    unit: 'tracks',
    description: 'Most tracks worked on at once; 3 to 10 is sensible.',
    example: '8',
    cost: 'Memory and load on the site grow with it.',
  },
  maxConcurrentRequests: {
    default: 10,
    rule: { kind: 'whole', min: 1, max: 20 },
    unit: 'requests',
    description: 'Most pages of one track fetched at once; 5 to 15 is sensible.',
    example: '5',
    cost: 'Bursts on the site; most tracks need one page only.',
  },
  maxInFlight: {
    default: 50,
    rule: { kind: 'whole', min: 1, max: 100 },
    unit: 'requests',
    description: 'Most requests in flight over the whole run.',
    example: '20',
    cost: 'One open connection each.',
  },
  timeout: {
    default: 30,
    rule: { kind: 'number', above: 0, max: 600 },
    unit: 's',
    description: 'Time for one attempt at one page.',
    example: '10',
    cost: 'A dead connection is noticed that much later.',
  },
  attempts: {
    default: 3,
    rule: { kind: 'whole', min: 1, max: 10 },
    unit: 'attempts',
    description: 'Attempts per request, the first one included.',
    example: '5',
    cost: 'A page that never comes takes that many timeouts.',
  },
  maxRate: {
    default: 'auto',
    rule: { kind: 'rate' },
    unit: 'requests per second and host',
    description: 'Most requests per second and host, or unlimited; auto is 4, and unlimited on this machine.',
    example: '2',
    cost: 'More than a few requests a second is impolite and gets you blocked.',
  },
  maxRequests: {
    default: 0,
    rule: { kind: 'whole', min: 0, max: 1_000_000 },
    unit: 'requests',
    description: 'Most requests in one run; 0 sets no bound. The next run goes on where this one stopped.',
    example: '300',
    cost: 'A large library takes several runs.',
  },
  prefer: {
    default: 'original',
    rule: { kind: 'choice', choices: ['original', 'newest', 'label'] },
    description:
      'Release to hand back when a recording is sold on several: original (earliest), newest, or label (earliest on the label of your tags).',
    example: 'newest',
    cost: 'None: it changes label, release, date and link, never which recording is found.',
  },
  cache: {
    default: true,
    rule: { kind: 'switch' },
    description: 'Answer from stored pages while they are fresh; --no-cache asks for every page anew.',
    example: 'false',
    cost: 'Stored pages are up to a week old.',
  },
  offline: {
    default: false,
    rule: { kind: 'switch' },
    description: 'Answer from stored pages alone, however old; nothing is sent.',
    example: 'true',
    cost: 'Tracks whose pages are not stored end as failed.',
  },
  out: {
    default: null,
    rule: { kind: 'folder' },
    description: 'Folder for the files of the run, made when missing.',
    example: 'friday',
    cost: 'A rerun replaces the files an earlier run wrote there.',
  },
  format: {
    default: ['json', 'csv'],
    rule: { kind: 'choices', choices: ['json', 'csv'] },
    description: 'Files to write: json, csv or both.',
    example: 'csv',
    cost: 'None.',
  },
  quiet: {
    default: false,
    rule: { kind: 'switch' },
    description: 'Print nothing but errors.',
    example: 'true',
    cost: 'Progress, table and summary are not shown.',
  },
  verbose: {
    default: false,
    rule: { kind: 'switch' },
    description: 'Print what a developer wants to know: log lines, error codes, stacks.',
    example: 'true',
    cost: 'Long output.',
  },
} as const satisfies { readonly [Name in SettingName]: SettingDefinition<Settings[Name], RuleFor<Settings[Name]>> };

/** Names of all settings, in the order of the table. */
export const SETTING_NAMES: readonly SettingName[] = Object.keys(SETTINGS).filter(isSettingName);

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** The kinds of rule that can describe a value of a given type; a rule of the wrong kind does not compile. */
type RuleFor<Value> = [Value] extends [boolean]
  ? SwitchRule
  : [Value] extends [number]
    ? WholeNumberRule | NumberRule
    : [Value] extends [string]
      ? string extends Value
        ? TextRule | UrlRule
        : ChoiceRule<Value>
      : [Value] extends [string | null]
        ? FolderRule
        : [Value] extends [FetcherOptionValues]
          ? PairsRule
          : [Value] extends [readonly OutputFormat[]]
            ? ChoicesRule<OutputFormat>
            : RateRule;
