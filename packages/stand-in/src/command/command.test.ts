import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { rawGet } from '../../test/raw-client.js';
import { readArguments } from './arguments.js';
import { runCommand } from './run-command.js';

describe('readArguments', () => {
  it('starts plainly without any', async () => {
    const { options, exitWithStdin } = await readArguments([]);
    expect(options).toMatchObject({ port: 0, faults: [], searchGeneration: '2026', trackGeneration: 'flat', seed: 1 });
    expect(options).not.toHaveProperty('catalogue');
    expect(exitWithStdin).toBe(false);
  });

  it('reads them all', async () => {
    const words =
      '--catalogue c.jsonl --port 8123 --latency 100 --jitter 20 --latency-model lognormal --generation 2023/old ' +
      '--fault reset=0.1 --fault hang --ceiling 5 --shell --api-token t --seed 7 --exit-with-stdin';
    expect(await readArguments(words.split(' '))).toEqual({
      options: {
        catalogue: 'c.jsonl',
        port: 8123,
        latency: { model: 'lognormal', ms: 100, jitterMs: 20 },
        faults: [
          { name: 'reset', rate: 0.1 },
          { name: 'hang', rate: 1 },
        ],
        ceilingPerSecond: 5,
        searchGeneration: '2023',
        trackGeneration: 'old',
        shell: true,
        apiTokens: ['t'],
        seed: 7,
      },
      exitWithStdin: true,
    });
  });
});

describe('runCommand', () => {
  const fakeProcess = () => ({
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    exitCode: undefined,
    once: () => undefined,
  });

  it('prints one line of JSON, and stops when standard input ends', async () => {
    const process = fakeProcess();
    await runCommand({ options: {}, exitWithStdin: true }, process);
    const lines = String(process.stdout.read()).split('\n');
    expect(lines).toHaveLength(2);
    const { url, apiUrl } = JSON.parse(lines[0] ?? '');
    expect(apiUrl).toBe(`${url}/v4`);
    expect((await rawGet(`${url}/__test/status/200`)).status).toBe(200);
    process.stdin.end();
    while ((await rawGet(`${url}/__test/status/200`)).status === 200);
    expect((await rawGet(url)).error).toBe('ECONNREFUSED');
  });

  it('says what is wrong with the catalogue, without a trace of the program', async () => {
    const process = fakeProcess();
    await runCommand({ options: { catalogue: 'nowhere.jsonl' }, exitWithStdin: false }, process);
    expect(process.exitCode).toBe(1);
    expect(String(process.stderr.read())).toMatch(/^The catalogue nowhere\.jsonl cannot be read: .*\nGive a \.jsonl/);
    expect(process.stdout.read()).toBeNull();
  });
});
