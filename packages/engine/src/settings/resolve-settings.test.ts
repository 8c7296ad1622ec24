import { describe, expect, it } from 'vitest';
import { resolveSettings, type SettingsSources } from './resolve-settings.js';
import { SettingsError } from './settings-error.js';

const file = (values: Record<string, unknown>) => ({ path: '/etc/config.json', exists: true, values });

describe('resolveSettings', () => {
  it('gives the built-in defaults when nobody says anything', () => {
    const { values, origins } = resolveSettings();
    expect(values).toEqual({
      fetcher: 'sync',
      fetcherOption: {},
      source: 'auto',
      siteUrl: 'https://www.beatport.com',
      apiUrl: 'https://api.beatport.com/v4',
      maxConcurrentTracks: 5,
      maxConcurrentRequests: 10,
      maxInFlight: 50,
      timeout: 30,
      attempts: 3,
      maxRate: 'auto',
      maxRequests: 0,
      prefer: 'original',
      cache: true,
      offline: false,
      out: null,
      format: ['json', 'csv'],
      quiet: false,
      verbose: false,
    });
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  it('lets the environment win over the file, and a flag over both', () => {
    const { values, origins } = resolveSettings({
      file: file({ timeout: 10, attempts: 2, max_in_flight: 7 }),
      env: { CUEPOINT_TIMEOUT: '20', CUEPOINT_ATTEMPTS: '4', CUEPOINT_OTHER: 'ignored' },
      flags: { timeout: '2.5' },
    });
    expect(values).toMatchObject({ timeout: 2.5, attempts: 4, maxInFlight: 7, maxConcurrentTracks: 5 });
    expect(origins).toMatchObject({
      timeout: 'flag',
      attempts: 'environment',
      maxInFlight: 'file',
      maxConcurrentTracks: 'default',
    });
  });

  it.each<[string, SettingsSources, object]>([
    ['fractions of a second', { flags: { timeout: '.25' } }, { timeout: 0.25 }],
    ['a rate as a number', { env: { CUEPOINT_MAX_RATE: '0.5' } }, { maxRate: 0.5 }],
    ['a rate as a word', { env: { CUEPOINT_MAX_RATE: 'Unlimited' } }, { maxRate: 'unlimited' }],
    ['one of a few words', { env: { CUEPOINT_PREFER: ' Newest ' } }, { prefer: 'newest' }],
    ['formats, once each', { flags: { format: 'csv, json,csv' } }, { format: ['csv', 'json'] }],
    ['formats from the file', { file: file({ format: ['csv'] }) }, { format: ['csv'] }],
    ['a switch by word', { env: { CUEPOINT_QUIET: 'yes' } }, { quiet: true }],
    ['a switch by flag', { flags: { verbose: true } }, { verbose: true }],
    ['a switch turned off again', { file: file({ quiet: true }), flags: { quiet: false } }, { quiet: false }],
    [
      'addresses without the last slash',
      { flags: { siteUrl: 'http://127.0.0.1:80/' } },
      { siteUrl: 'http://127.0.0.1:80' },
    ],
    [
      'options of a fetcher',
      { flags: { fetcherOption: 'a=1,b=x,y,c==' } },
      { fetcherOption: { a: '1', b: 'x,y', c: '=' } },
    ],
    ['options from the file', { file: file({ fetcher_option: { a: 1 } }) }, { fetcherOption: { a: 1 } }],
    [
      'options with a fetcher from a weaker place',
      { file: file({ fetcher: 'x' }), env: { CUEPOINT_FETCHER_OPTION: 'a=1' } },
      { fetcher: 'x', fetcherOption: { a: '1' } },
    ],
    [
      'no options given for another fetcher',
      { file: file({ fetcher: 'x', fetcher_option: { a: 1 } }), flags: { fetcher: 'sync' } },
      { fetcher: 'sync', fetcherOption: {} },
    ],
    ['an empty variable as unset', { env: { CUEPOINT_TIMEOUT: '' } }, { timeout: 30 }],
    ['a schema link in the file', { file: file({ $schema: './x.json' }) }, { timeout: 30 }],
    [
      'the ends of a range',
      { flags: { maxInFlight: '100', timeout: '600', attempts: '1' } },
      { maxInFlight: 100, timeout: 600, attempts: 1 },
    ],
  ])('reads %s', (_what, sources, expected) => {
    expect(resolveSettings(sources).values).toMatchObject(expected);
  });

  it('reports every problem at once, each with its value and its place', () => {
    const failure = problemsOf({
      file: file({ max_in_fligth: 3, timeout: '30', attempts: 0, zzz: 1 }),
      env: { CUEPOINT_MAX_RATE: '-1' },
      flags: {
        maxConcurrentTracks: '21',
        siteUrl: 'ftp://x',
        prefer: 'newest,label',
        format: 'xml',
        fetcher: '',
        fetcherOption: 'a',
      },
    });
    expect(failure).toEqual([
      'There is no setting "max_in_fligth" (in /etc/config.json). Did you mean "max_in_flight"?',
      'There is no setting "zzz" (in /etc/config.json).',
      'timeout in /etc/config.json is "30", but must be a number above 0, at most 600.',
      'attempts in /etc/config.json is 0, but must be a whole number from 1 to 10.',
      'CUEPOINT_MAX_RATE is -1, but must be a number above 0, auto or unlimited.',
      '--fetcher is "", but must be a text.',
      '--fetcher-option is "a", but must be name=value, or several with commas between them.',
      '--site-url is "ftp://x", but must be an address that begins with http:// or https://.',
      '--max-concurrent-tracks is 21, but must be a whole number from 1 to 20.',
      '--prefer is "newest,label", but must be one of original, newest, label.',
      '--format is "xml", but must be one or more of json, csv.',
    ]);
  });

  it.each(['', 'ten', '1e3', '0x10', '1.5', '1,5', '+3', 'Infinity', 'NaN', '-1', '11'])(
    'refuses %j as a number of attempts',
    (text) => {
      expect(problemsOf({ flags: { attempts: text } })).toHaveLength(1);
    },
  );

  it.each(['0', '600.1', '-3', 'x'])('refuses %j as a timeout', (text) => {
    expect(problemsOf({ flags: { timeout: text } })).toHaveLength(1);
  });

  it('refuses a bad value although a stronger source overrides it', () => {
    expect(problemsOf({ file: file({ timeout: -1 }), flags: { timeout: '5' } })).toEqual([
      'timeout in /etc/config.json is -1, but must be a number above 0, at most 600.',
    ]);
  });
});

function problemsOf(sources: SettingsSources): readonly string[] {
  try {
    resolveSettings(sources);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    expect(error.code).toBe('SETTINGS_INVALID');
    return error.problems;
  }
  throw new Error('expected the settings to be refused');
}
