import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, position, query, quietCollector, result } from '../../test-support/run-events.js';
import { checkMetricsTarget, exportMetrics } from './export-metrics.js';
import { loadMetrics } from './load-metrics.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-metrics-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The metrics of a run of so many tracks, one query each. */
function metricsOf(tracks: number) {
  const collector = quietCollector();
  for (let index = 0; index < tracks; index += 1) {
    const at = position(index);
    collector.observe({ type: 'track-start', at: index, position: at });
    collector.observe({ type: 'query-start', at: index, position: at, queryIndex: 0, query: query(`"q" ${index}\n`) });
    collector.observe({ type: 'page', at: index + 1, position: at, queryIndex: 0, report: page(index, 1) });
    collector.observe({ type: 'track-end', at: index + 1, position: at, result: result(index) });
  }
  return collector.document();
}

/** Writes a value as JSON into the folder and returns its path. */
async function saved(value: unknown, name = 'metrics.json'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(value));
  return file;
}

describe('exportMetrics', () => {
  it.each([0, 1, 500])('writes %d tracks so that they read back the same', async (tracks) => {
    const document = metricsOf(tracks);
    const file = await exportMetrics(document, join(folder, 'deep', 'run.json'));
    expect(await loadMetrics(file)).toEqual({ document, notes: [] });
    expect(await readdir(join(folder, 'deep'))).toEqual(['run.json']);
  });

  it('gives every query, page and track a line of its own', async () => {
    const text = await readFile(await exportMetrics(metricsOf(2), join(folder, 'run.json')), 'utf8');
    const lines = text.split('\n').filter((line) => line.startsWith('    {"'));
    expect(lines).toHaveLength(6);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('names the file itself in a folder, existing or not', async () => {
    const document = metricsOf(0);
    const name = 'metrics_20261120_100000.json';
    expect(await exportMetrics(document, folder)).toBe(join(folder, `cuepoint_${name}`));
    expect(await exportMetrics(document, `${folder}/new/`, { base: 'corpus' })).toBe(
      join(folder, 'new', `corpus_${name}`),
    );
  });

  it.each([
    ['a metrics document', JSON.stringify({ ...metricsOf(0), version: '0.9' })],
    ['an empty file', ''],
  ])('replaces %s', async (_, before) => {
    const file = join(folder, 'run.json');
    await writeFile(file, before);
    await exportMetrics(metricsOf(1), file);
    expect((await loadMetrics(file)).document.session_info.total_tracks).toBe(1);
  });

  it.each([
    ['another text', 'my notes'],
    ['JSON of something else', '{"version":"1.0","generated":"x","tracks":[]}'],
    ['JSON that is no object', 'null'],
  ])('leaves %s alone', async (_, before) => {
    const file = join(folder, 'run.json');
    await writeFile(file, before);
    const refusal = { code: 'METRICS_IN_THE_WAY', path: file };
    await expect(checkMetricsTarget(file)).rejects.toMatchObject(refusal);
    await expect(exportMetrics(metricsOf(0), file)).rejects.toMatchObject(refusal);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['run.json']);
  });

  it('says so when the place cannot be written to', async () => {
    const notAFolder = await saved({}, 'file');
    const file = join(notAFolder, 'run.json');
    await expect(exportMetrics(metricsOf(0), file)).rejects.toMatchObject({ code: 'METRICS_NOT_WRITTEN', path: file });
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('has nothing against a folder or a free name beforehand', async () => {
    await expect(checkMetricsTarget(folder)).resolves.toBeUndefined();
    await expect(checkMetricsTarget(join(folder, 'run.json'))).resolves.toBeUndefined();
  });
});

describe('loadMetrics', () => {
  it('reads missing fields as their zero, with one note for each kind', async () => {
    const { network_analysis: _, ...rest } = metricsOf(2);
    const query_metrics = rest.query_metrics.map(({ parse_time: __, ...kept }) => kept);
    const session_info = { ...rest.session_info, total_time: undefined };
    const { document, notes } = await loadMetrics(await saved({ ...rest, query_metrics, session_info }));
    expect(document.query_metrics.map((one) => one.parse_time)).toEqual([0, 0]);
    expect(document.session_info.total_time).toBe(0);
    expect(document.network_analysis.network_time_percentage).toBe(0);
    expect(notes).toEqual([
      'session_info.total_time is missing and was read as empty or 0.',
      'query_metrics[].parse_time is missing in 2 places and was read as empty or 0.',
      'network_analysis is missing and was read as empty or 0.',
    ]);
  });

  it('reads a file that begins with a byte order mark', async () => {
    const file = join(folder, 'bom.json');
    await writeFile(file, `\uFEFF${JSON.stringify(metricsOf(0))}`);
    expect((await loadMetrics(file)).notes).toEqual([]);
  });

  it.each([
    ['a later version', { ...metricsOf(0), version: '2.0' }, 'METRICS_VERSION', /version 2\.0/],
    ['no version', { ...metricsOf(0), version: undefined }, 'METRICS_MALFORMED', /version/],
    ['a wrong type', { ...metricsOf(0), query_metrics: 'none' }, 'METRICS_MALFORMED', /query_metrics/],
    ['another document', { version: '1.0', generated: 'x', run: {}, tracks: [] }, 'METRICS_MALFORMED', /session_info/],
    ['no object', [1, 2], 'METRICS_MALFORMED', /expected object/],
  ])('refuses %s', async (_, value, code, message) => {
    const file = await saved(value);
    await expect(loadMetrics(file)).rejects.toMatchObject({
      code,
      path: file,
      message: expect.stringMatching(message),
    });
  });

  it('refuses what is no JSON', async () => {
    const file = join(folder, 'cut.json');
    await writeFile(file, '{"version": "1.0", ');
    await expect(loadMetrics(file)).rejects.toMatchObject({ code: 'METRICS_MALFORMED' });
  });

  it('tells a missing file from one that cannot be read', async () => {
    await mkdir(join(folder, 'sub'));
    await expect(loadMetrics(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'METRICS_NOT_FOUND' });
    await expect(loadMetrics(join(folder, 'sub'))).rejects.toMatchObject({ code: 'METRICS_NOT_READ' });
  });
});
