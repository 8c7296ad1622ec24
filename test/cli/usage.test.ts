import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

describe('cuepoint', () => {
  let cli: CliSandbox;
  beforeAll(async () => {
    cli = await cliSandbox();
  });
  afterAll(() => cli[Symbol.asyncDispose]());

  it('says its version', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../packages/cli/package.json', import.meta.url), 'utf8'));
    expect(await cli.run(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    expect(await cli.run(['match', '--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('shows its commands', async () => {
    const { code, stdout, stderr } = await cli.run(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const words of [
      'match LIBRARY',
      'explain LIBRARY',
      'playlists LIBRARY',
      'config set KEY VALUE',
      '--no-color',
    ]) {
      expect(stdout).toContain(words);
    }
  });

  it('shows the flags of a command with their defaults', async () => {
    const { code, stdout } = await cli.run(['match', '--help']);
    expect(code).toBe(0);
    const flags = {
      playlist: '',
      all: '',
      fetcher: '[default: sync]',
      'site-url': '[default: https://www.beatport.com]',
      'api-url': '[default: https://api.beatport.com/v4]',
      'max-concurrent-tracks': '[default: 5]',
      'max-concurrent-requests': '[default: 10]',
      'max-in-flight': '[default: 50]',
      timeout: '[default: 30]',
      attempts: '[default: 3]',
      'max-rate': '[default: auto]',
      'max-requests': '[default: 0]',
      prefer: '[default: original]',
      out: '[default: ./cuepoint-out/<playlist>]',
      format: '[default: json,csv]',
      metrics: '',
      summary: '',
      quiet: '',
      verbose: '',
      'no-color': '',
    };
    for (const [flag, fallback] of Object.entries(flags)) {
      // Up to the next flag: a long description goes over several lines.
      const entry = new RegExp(`  --${flag} [^]*?(?=\\n\\s+--|\\n\\n)`).exec(stdout)?.[0].replace(/\s+/g, ' ');
      expect(entry, flag).toBeDefined();
      expect(entry).toContain(fallback);
    }
  });

  it.each<[string[], string]>([
    [[], 'error: Which command?'],
    [['mtach', 'collection.xml'], 'error: There is no command "mtach". Did you mean "match"?'],
    [['dance'], 'error: There is no command "dance".\n'],
    [['playlists'], 'error: LIBRARY is missing'],
    [['playlists', 'collection.xml', '--jsn'], 'error: There is no flag --jsn. Did you mean --json?'],
    [['match', 'collection.xml', '--all', '--constructor', 'x'], 'error: There is no flag --constructor.'],
    [['match', 'collection.xml', '--all', '--no-cache=false'], 'error: --no-cache takes no value.'],
    [['match', 'collection.xml', '--all', '-x'], 'error: There is no flag -x.'],
    [
      ['match', 'collection.xml', '--playlist', 'My', 'list'],
      '"list" is one word too many. Names with spaces need quotes',
    ],
    [['match', 'collection.xml', '--playlist', 'Warmup', '--all'], '--playlist and --all exclude each other'],
    [['match', 'collection.xml', '--playlist'], '--playlist needs a value'],
    [['match', 'collection.xml', '--all', '--summary', 'xml'], '--summary is "xml", but must be json.'],
    [['match', 'collection.xml', '--playlist', 'Saturday'], 'There is no playlist "Saturday"'],
    [['match', 'collection.xml', '--all', '--fetcher', 'asink'], 'There is no fetcher called "asink"'],
    [['config'], 'error: What about the configuration?'],
    [['config', 'sett', 'a', 'b'], 'config has no "sett". Did you mean "set"?'],
    [['config', 'get'], 'config get takes 1 word, not 0.'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect([code, stdout]).toEqual([2, '']);
  });

  it('names everything that is wrong at once', async () => {
    const { code, stderr } = await cli.run(
      ['match', '--all', '--timeout', 'soon', '--max-in-flight=0', '--attempts', '--formt', 'json'],
      { CUEPOINT_MAX_RATE: 'fast' },
    );
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'error: There is no flag --formt. Did you mean --format?',
      'LIBRARY is missing: the path of the file that Rekordbox exports.',
      '--attempts needs a value, for example --attempts 5.',
      'CUEPOINT_MAX_RATE is "fast", but must be a number above 0, auto or unlimited.',
      '--max-in-flight is 0, but must be a whole number from 1 to 100.',
      '--timeout is "soon", but must be a number above 0, at most 600.',
      'Usage: cuepoint match LIBRARY --playlist "Folder/Name" | --all [flags]',
      'cuepoint match --help explains the flags.',
      '',
    ]);
  });

  it('shows the playlists when it is not told which', async () => {
    const { code, stdout, stderr } = await cli.run(['match', 'collection.xml']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')).toEqual([
      'error: Which tracks? Choose playlists, or the whole collection.',
      '',
      '  2  Sets/',
      '  2  └─ Friday',
      '  1  Warmup',
      '',
      '2 playlists; 3 tracks in the collection.',
      '',
      'Add --playlist "Sets/Friday", or --all.',
      '',
    ]);
  });

  it('says that a library is missing, and more with --verbose', async () => {
    const brief = await cli.run(['playlists', 'nowhere.xml']);
    expect(brief).toMatchObject({ code: 1, stdout: '' });
    expect(brief.stderr).toMatch(/^error: nowhere\.xml: there is no such file\n.+\n$/);
    const long = await cli.run(['playlists', 'nowhere.xml', '--verbose']);
    expect(long.stderr).toMatch(/code: LIBRARY_NOT_FOUND\n\s+at /);
  });
});
