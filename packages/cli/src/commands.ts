import type { Command } from './command.js';
import { settingOptions, TRACK_SETTINGS } from './flags/setting-flags.js';

/** Every command. Each `run` loads what it needs, so that `--help` does not wait for a parser or an HTTP client. */
export function commands(): readonly Command[] {
  return [
    {
      name: 'match',
      options: {
        playlist: { describe: 'Playlist by path or by unique name; may be repeated.', group: 'What to match:' },
        all: { type: 'boolean', describe: 'The whole collection, every track once.', group: 'What to match:' },
        restart: {
          type: 'boolean',
          describe: 'Begin anew although an earlier run was cut short.',
          group: 'What to match:',
        },
        ...settingOptions(),
        metrics: { describe: 'File to write measurements of the run to, as JSON.', group: 'Output:' },
        summary: {
          describe: 'json: a summary for programs on standard output, everything else on standard error.',
          group: 'Output:',
        },
      },
      run: async (call) => (await import('./match/run-match.js')).runMatch(call),
    },
    {
      name: 'explain',
      options: {
        track: { describe: 'TrackID, or a part of a title that is unique.', group: 'What to explain:' },
        ...settingOptions(TRACK_SETTINGS),
        json: { type: 'boolean', describe: 'Print everything as JSON.', group: 'Output:' },
      },
      run: async (call) => (await import('./explain/run-explain.js')).runExplain(call),
    },
    {
      name: 'playlists',
      options: { json: { type: 'boolean', describe: 'Print JSON.' } },
      run: async (call) => (await import('./playlists/run-playlists.js')).runPlaylists(call),
    },
    {
      name: 'analyze',
      options: reportOptions('text (default), markdown, json, or html: one page with charts.'),
      run: async (call) => (await import('./analyze/run-analyze.js')).runAnalyze(call),
    },
    {
      name: 'compare',
      options: reportOptions('text (default), markdown or json.'),
      run: async (call) => (await import('./compare/run-compare.js')).runCompare(call),
    },
    {
      name: 'fetchers',
      options: { json: { type: 'boolean', describe: 'Print JSON.' } },
      run: async (call) => (await import('./fetchers/run-fetchers.js')).runFetchers(call),
    },
    {
      name: 'config',
      options: {},
      run: async (call) => (await import('./config/run-config.js')).runConfig(call),
    },
    {
      name: 'login',
      options: {},
      run: async (call) => (await import('./access/run-login.js')).runLogin(call),
    },
    {
      name: 'logout',
      options: {},
      run: async (call) => (await import('./access/run-logout.js')).runLogout(call),
    },
    {
      name: 'paths',
      options: { json: { type: 'boolean', describe: 'Print JSON.' } },
      run: async (call) => (await import('./kept/run-paths.js')).runPaths(call),
    },
    {
      name: 'store',
      options: {
        json: { type: 'boolean', describe: 'stats: print JSON.' },
        yes: { type: 'boolean', describe: 'clear: do not ask.' },
      },
      run: async (call) => (await import('./kept/run-store.js')).runStore(call),
    },
    {
      name: 'purge',
      options: { yes: { type: 'boolean', describe: 'Do not ask.' } },
      run: async (call) => (await import('./kept/run-purge.js')).runPurge(call),
    },
    {
      name: 'doctor',
      options: {
        live: { type: 'boolean', describe: 'Send one request to the site as well, and say what the answer was.' },
        json: { type: 'boolean', describe: 'Print JSON.' },
      },
      run: async (call) => (await import('./doctor/run-doctor.js')).runDoctor(call),
    },
  ];
}

function reportOptions(formats: string): Command['options'] {
  return {
    format: { describe: formats },
    out: { describe: 'File to write to. Default: standard output.' },
  };
}
