import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

/** The metrics of a run of two tracks, without the parts that are read as zeros. */
function metrics(totalTime: number, networkTime: number, mostInFlight: number): object {
  const query = { query_text: 'north pier', query_type: 'priority', execution_time: 1, network_time: networkTime / 2 };
  const track = { track_title: 'North <Pier>', total_time: 1, total_queries: 1, match_found: true };
  return {
    version: '1.0',
    generated: '2026-11-20T10:00:00.000Z',
    session_info: { total_time: totalTime, total_tracks: 2, planned_tracks: 2, matched_tracks: 2 },
    run_stats: { fetcher: mostInFlight > 1 ? 'async' : 'sync', requests: 2, most_in_flight: mostInFlight },
    query_metrics: [query, query],
    track_metrics: ['1', '2'].map((id) => ({ ...track, track_id: id })),
    network_analysis: {
      total_network_time: networkTime,
      total_execution_time: 2,
      network_time_percentage: 50 * networkTime,
      network_time_by_query_type: {
        priority: {
          ...{ total_network_time: networkTime, total_execution_time: 2, average_network_time: networkTime / 2 },
          ...{ network_time_percentage: 50 * networkTime, count: 2 },
        },
      },
    },
  };
}

describe('cuepoint analyze and compare', () => {
  let cli: CliSandbox;
  beforeAll(async () => {
    cli = await cliSandbox();
    await writeFile(join(cli.folder, 'sync.json'), JSON.stringify(metrics(2, 1.6, 1)));
    await writeFile(join(cli.folder, 'async.json'), JSON.stringify(metrics(0.5, 1.6, 4)));
  });
  afterAll(() => cli[Symbol.asyncDispose]());

  it('analyzes in the terminal, and says what was missing', async () => {
    const { code, stdout, stderr } = await cli.run(['analyze', 'sync.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('Recommendation: implement\n');
    expect(stdout).toContain('  network of execution time        80 %\n');
    expect(stderr).toContain('warning: cache_stats is missing and was read as empty or 0.\n');
  });

  it('analyzes for a program', async () => {
    const { code, stdout } = await cli.run(['analyze', 'sync.json', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      recommendation: { decision: 'implement', sufficient_data: true },
      network: { network_time_percentage: 80 },
    });
  });

  it('writes to a file', async () => {
    const out = join(cli.folder, 'reports', 'analysis.md');
    const { code, stdout } = await cli.run(['analyze', 'sync.json', '--format', 'markdown', '--out', out]);
    expect([code, stdout]).toEqual([0, `Written to ${out}\n`]);
    expect(await readFile(out, 'utf8')).toMatch(/^# Does concurrent fetching pay\?\n/);
  });

  it('makes a page with charts, in which a title is only text', async () => {
    const { code, stdout } = await cli.run(['analyze', 'sync.json', '--format', 'html']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n/);
    expect(stdout).toContain('North &lt;Pier&gt;</th>');
  });

  it('compares two runs', async () => {
    const { code, stdout } = await cli.run(['compare', 'sync.json', 'async.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('B took 75 % less time (2.00 s and 0.500 s, 4 times as fast).\n');
    const json = await cli.run(['compare', 'sync.json', 'async.json', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ improvement_percentage: 75, b: { fetcher: 'async' } });
  });

  it.each<[string[], string]>([
    [['analyze'], 'error: METRICS.json is missing: a file that a run wrote with --metrics.'],
    [['analyze', 'sync.json', 'async.json'], '"async.json" is one word too many.'],
    [['analyze', 'sync.json', '--format', 'pdf'], '--format is "pdf", but must be text, markdown, json or html.'],
    [['analyze', 'sync.json', '--format'], '--format is "", but must be text, markdown, json or html.'],
    [['analyze', 'sync.json', '--out'], '--out needs a value'],
    [['analyze', 'sync.json', '--out', './sync.json'], '--out is the metrics file itself'],
    [['compare', 'sync.json'], 'error: B.json is missing'],
    [
      ['compare', 'sync.json', 'async.json', '--format', 'html'],
      '--format is "html", but must be text, markdown or json.',
    ],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('says that there is no such file, or that it is something else', async () => {
    const missing = await cli.run(['analyze', 'nowhere.json']);
    expect([missing.code, missing.stderr]).toEqual([
      1,
      expect.stringContaining('There is no metrics file nowhere.json'),
    ]);
    const other = await cli.run(['analyze', 'collection.xml']);
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('collection.xml is not a metrics file.')]);
  });
});
