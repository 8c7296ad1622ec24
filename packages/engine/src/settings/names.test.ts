import { describe, expect, it } from 'vitest';
import { closestName } from './closest-name.js';
import { settingFlag, settingKey, settingVariable, settingWithKey } from './names.js';
import { SETTING_NAMES } from './table.js';

describe('the names of a setting', () => {
  it('are made from the one in code', () => {
    expect(SETTING_NAMES.map((name) => [settingKey(name), settingFlag(name), settingVariable(name)])).toEqual([
      ['fetcher', 'fetcher', 'CUEPOINT_FETCHER'],
      ['fetcher_option', 'fetcher-option', 'CUEPOINT_FETCHER_OPTION'],
      ['source', 'source', 'CUEPOINT_SOURCE'],
      ['site_url', 'site-url', 'CUEPOINT_SITE_URL'],
      ['api_url', 'api-url', 'CUEPOINT_API_URL'],
      ['max_concurrent_tracks', 'max-concurrent-tracks', 'CUEPOINT_MAX_CONCURRENT_TRACKS'],
      ['max_concurrent_requests', 'max-concurrent-requests', 'CUEPOINT_MAX_CONCURRENT_REQUESTS'],
      ['max_in_flight', 'max-in-flight', 'CUEPOINT_MAX_IN_FLIGHT'],
      ['timeout', 'timeout', 'CUEPOINT_TIMEOUT'],
      ['attempts', 'attempts', 'CUEPOINT_ATTEMPTS'],
      ['max_rate', 'max-rate', 'CUEPOINT_MAX_RATE'],
      ['max_requests', 'max-requests', 'CUEPOINT_MAX_REQUESTS'],
      ['prefer', 'prefer', 'CUEPOINT_PREFER'],
      ['cache', 'cache', 'CUEPOINT_CACHE'],
      ['offline', 'offline', 'CUEPOINT_OFFLINE'],
      ['out', 'out', 'CUEPOINT_OUT'],
      ['format', 'format', 'CUEPOINT_FORMAT'],
      ['quiet', 'quiet', 'CUEPOINT_QUIET'],
      ['verbose', 'verbose', 'CUEPOINT_VERBOSE'],
    ]);
  });

  it('lead back from the key in the file', () => {
    for (const name of SETTING_NAMES) expect(settingWithKey(settingKey(name))).toBe(name);
    expect(settingWithKey('siteUrl')).toBeUndefined();
    expect(settingWithKey('constructor')).toBeUndefined();
  });
});

describe('closestName', () => {
  const known = ['match', 'playlists', 'config', 'max_in_flight', 'out'];
  it.each([
    ['mtach', 'match'],
    ['playlist', 'playlists'],
    ['maxinflight', 'max_in_flight'],
    ['MAX_IN_FLIGHT', 'max_in_flight'],
    ['ou', 'out'],
    ['zebra', undefined],
    ['', undefined],
  ])('of %j is %j', (typed, expected) => {
    expect(closestName(typed, known)).toBe(expected);
  });
});
