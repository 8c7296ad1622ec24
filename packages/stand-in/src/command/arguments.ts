import yargs from 'yargs';
import { StandInError } from '../catalogue/stand-in-error.js';
import { faultNames } from '../faults/fault-names.js';
import { searchGenerations, trackGenerations } from '../pages/generations.js';
import { checkSettings, type FaultRule } from '../settings.js';
import type { StandInOptions } from '../start-stand-in.js';

/** What the command was asked to do. */
export interface CommandArguments {
  readonly options: StandInOptions;
  /** Stop when standard input ends. */
  readonly exitWithStdin: boolean;
}

/**
 * Reads the command line. Ends the process after `--help` and on a wrong argument.
 *
 * @param words Arguments after the command's own name.
 */
export async function readArguments(words: readonly string[]): Promise<CommandArguments> {
  const flags = await yargs([...words])
    .scriptName('cuepoint-stand-in')
    .usage('$0 [options]\n\nServes a local Beatport on 127.0.0.1 and prints its address as one line of JSON.')
    .options({
      catalogue: { type: 'string', requiresArg: true, describe: 'What is sold: a .jsonl or .jsonl.gz file' },
      port: { type: 'number', default: 0, describe: 'Port; 0 takes any free one' },
      latency: { type: 'number', default: 0, describe: 'Milliseconds before an answer begins' },
      jitter: { type: 'number', default: 0, describe: 'Milliseconds that the latency varies by' },
      'latency-model': { choices: ['constant', 'lognormal'], default: 'constant', describe: 'How it varies' },
      generation: {
        type: 'string',
        array: true,
        default: ['2026', 'flat'],
        describe: `Forms of the pages: ${searchGenerations.join(' or ')} for searches, ${trackGenerations.join(' or ')} for tracks`,
      },
      fault: {
        type: 'string',
        array: true,
        default: [],
        describe: `NAME=RATE with a rate of 0 to 1; may be repeated. Names: ${faultNames.join(', ')}`,
      },
      ceiling: { type: 'number', requiresArg: true, describe: 'Answers a second; what comes beyond gets 429' },
      shell: { type: 'boolean', default: false, describe: 'Serve empty pages that get their data by script' },
      'api-token': { type: 'string', array: true, requiresArg: true, describe: 'Bearer token that the API takes' },
      seed: { type: 'number', default: 1, describe: 'Decides every random choice' },
      'exit-with-stdin': { type: 'boolean', default: false, describe: 'Stop when standard input ends' },
    })
    .strict()
    .version(false)
    .showHelpOnFail(false)
    .check((given) => {
      for (const fault of given.fault) readFault(fault);
      readGenerations(given.generation);
      return true;
    })
    .help()
    .parseAsync();
  const { searchGeneration, trackGeneration } = readGenerations(flags.generation);
  return {
    options: {
      ...(flags.catalogue === undefined ? {} : { catalogue: flags.catalogue }),
      port: flags.port,
      latency: {
        model: flags.latencyModel === 'lognormal' ? 'lognormal' : 'constant',
        ms: flags.latency,
        jitterMs: flags.jitter,
      },
      faults: flags.fault.map(readFault),
      ceilingPerSecond: flags.ceiling ?? null,
      searchGeneration,
      trackGeneration,
      shell: flags.shell,
      ...(flags.apiToken === undefined ? {} : { apiTokens: flags.apiToken }),
      seed: flags.seed,
    },
    exitWithStdin: flags.exitWithStdin,
  };
}

function readFault(text: string): FaultRule {
  const [name, rate = '1', ...more] = text.split('=');
  const [rule] = more.length === 0 ? checkSettings({ faults: [{ name, rate: Number(rate) }] }).faults : [];
  if (rule !== undefined) return rule;
  throw new StandInError(
    'STAND_IN_OPTIONS',
    `"${text}" is no fault.`,
    'Write NAME=RATE, for example server-error=0.1.',
  );
}

function readGenerations(
  words: readonly string[],
): Required<Pick<StandInOptions, 'searchGeneration' | 'trackGeneration'>> {
  const parts = words.flatMap((word) => word.split('/'));
  const unknown = parts.find((part) => ![...searchGenerations, ...trackGenerations].some((known) => known === part));
  if (unknown !== undefined) {
    const hint = `Known are ${[...searchGenerations, ...trackGenerations].join(', ')}; for example 2026/flat.`;
    throw new StandInError('STAND_IN_OPTIONS', `"${unknown}" is no generation of pages. ${hint}`, hint);
  }
  return {
    searchGeneration: searchGenerations.find((known) => parts.includes(known)) ?? '2026',
    trackGeneration: trackGenerations.find((known) => parts.includes(known)) ?? 'flat',
  };
}
