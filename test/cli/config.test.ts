import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

describe('cuepoint config', () => {
  let cli: CliSandbox;
  beforeEach(async () => {
    cli = await cliSandbox();
  });
  afterEach(() => cli[Symbol.asyncDispose]());

  it('lists every setting with where it comes from', async () => {
    await writeFile(cli.configFile, '{ "timeout": 12.5, "max_rate": 2 }');
    const { code, stdout, stderr } = await cli.run(['config', 'list'], { CUEPOINT_MAX_RATE: 'unlimited' });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'fetcher                  sync                         default',
      'fetcher_option                                        default',
      'source                   auto                         default',
      'site_url                 https://www.beatport.com     default',
      'api_url                  https://api.beatport.com/v4  default',
      'max_concurrent_tracks    5                            default',
      'max_concurrent_requests  10                           default',
      'max_in_flight            50                           default',
      'timeout                  12.5                         file',
      'attempts                 3                            default',
      'max_rate                 unlimited                    environment (CUEPOINT_MAX_RATE)',
      'max_requests             0                            default',
      'prefer                   original                     default',
      'cache                    true                         default',
      'offline                  false                        default',
      'out                                                   default',
      'format                   json,csv                     default',
      'quiet                    false                        default',
      'verbose                  false                        default',
      '',
      `file: ${cli.configFile}`,
    ]);
  });

  it('says that there is no file yet', async () => {
    expect((await cli.run(['config', 'list'])).stdout).toContain(`file: ${cli.configFile} (not there yet)\n`);
    expect((await cli.run(['config', 'path'])).stdout).toBe(`${cli.configFile}\n`);
  });

  it('sets and gets, and keeps the rest', async () => {
    // A folder that is not there is made.
    await rm(cli.configFile.replace(/config\.json$/, ''), { recursive: true });
    expect(await cli.run(['config', 'set', 'max_rate', '0.5'])).toEqual({
      code: 0,
      stdout: '',
      stderr: `max_rate is now 0.5, in ${cli.configFile}\n`,
    });
    expect((await cli.run(['config', 'set', 'format', 'csv'])).code).toBe(0);
    expect(JSON.parse(await readFile(cli.configFile, 'utf8'))).toEqual({ max_rate: 0.5, format: ['csv'] });
    expect(await cli.run(['config', 'get', 'max-rate'])).toEqual({ code: 0, stdout: '0.5\n', stderr: '' });
    expect((await cli.run(['config', 'get', 'format'])).stdout).toBe('csv\n');
  });

  it('warns when the environment wins over what was set', async () => {
    const { stderr } = await cli.run(['config', 'set', 'attempts', '2'], { CUEPOINT_ATTEMPTS: '9' });
    expect(stderr).toContain('warning: CUEPOINT_ATTEMPTS is set in the environment and wins over it.');
    expect((await cli.run(['config', 'get', 'attempts'], { CUEPOINT_ATTEMPTS: '9' })).stdout).toBe('9\n');
  });

  it.each([
    [['set', 'attempts', '11'], 'attempts is 11, but must be a whole number from 1 to 10.'],
    [['set', 'attemts', '2'], 'There is no setting "attemts". Did you mean "attempts"?'],
    [['get', 'attemts'], 'There is no setting "attemts". Did you mean "attempts"?'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(['config', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}\n`);
  });

  it('names every bad value of file and environment, and a set can mend the file', async () => {
    await writeFile(cli.configFile, '{ "timeout": "30", "quite": true }');
    const broken = await cli.run(['config', 'list'], { CUEPOINT_ATTEMPTS: '0' });
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain(`There is no setting "quite" (in ${cli.configFile}). Did you mean "quiet"?`);
    expect(broken.stderr).toContain(`timeout in ${cli.configFile} is "30", but must be a number above 0, at most 600.`);
    expect(broken.stderr).toContain('CUEPOINT_ATTEMPTS is 0, but must be a whole number from 1 to 10.');
    expect((await cli.run(['config', 'set', 'timeout', '30'])).code).toBe(0);
    expect(JSON.parse(await readFile(cli.configFile, 'utf8'))).toEqual({ timeout: 30, quite: true });
  });

  it('cannot run with a file that is not JSON', async () => {
    await writeFile(cli.configFile, 'timeout = 3');
    const { code, stderr } = await cli.run(['match', 'collection.xml', '--all']);
    expect(code).toBe(1);
    expect(stderr).toContain(`The config file ${cli.configFile} is not valid JSON`);
  });
});
