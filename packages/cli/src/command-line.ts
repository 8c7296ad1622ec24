import { closestName } from '@cuepoint/engine';
import yargs, { type Argv, type Options } from 'yargs';
import type { Command, TypedFlags } from './command.js';
import { EXIT } from './exit-codes.js';
import { unknownFlags } from './flags/unknown-flags.js';
import { EXAMPLES, OVERVIEW, USAGE } from './print/help.js';
import type { Terminal } from './terminal/terminal.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

/** Flags of every command. */
const COMMON: Readonly<Record<string, Options>> = {
  verbose: { type: 'boolean', describe: 'Print what a developer wants to know.' },
  'no-color': { type: 'boolean', describe: 'No colours. NO_COLOR and FORCE_COLOR are honoured as well.' },
  help: { type: 'boolean', describe: 'Print this text.' },
  version: { type: 'boolean', describe: 'Print the version.' },
};
/** What the parser makes of `--no-color`: `color: false`. */
const NEGATED = 'color';
/** Wider help is hard to read. */
const HELP_WIDTH = 110;

/**
 * Reads a command line and runs its command.
 * @param args What was typed after `cuepoint`.
 * @returns The exit code of the command.
 * @throws {UsageError} for what no command can take; whatever the command throws.
 */
export async function runCommandLine(
  args: readonly string[],
  commands: readonly Command[],
  context: { readonly terminal: Terminal; readonly process: NodeJS.Process },
): Promise<number> {
  const { out } = context.terminal;
  refuseInheritedNames(args);
  const { words, flags } = await parse(args, commands);
  const [name, ...rest] = words;
  const command = commands.find((each) => each.name === name);

  if (flags.version === true) {
    out.line(version());
    return EXIT.done;
  }
  if (flags.help === true && (command !== undefined || name === undefined)) {
    out.line(await help(command, Math.min(HELP_WIDTH, out.width)));
    return EXIT.done;
  }
  if (command === undefined) throw noSuchCommand(name, commands);
  const known = [...Object.keys({ ...command.options, ...COMMON }), NEGATED];
  return command.run({ ...context, words: rest, flags, problems: unknownFlags(flags, known) });
}

/** Flags named like a property that every object has: the parser breaks on `--constructor`. */
function refuseInheritedNames(args: readonly string[]): void {
  for (const arg of args) {
    if (arg === '--') return;
    const flag = /^--?(?:no-)?([^=]+)/.exec(arg)?.[1];
    if (flag !== undefined && flag in Object.prototype) throw new UsageError([`There is no flag --${flag}.`]);
  }
}

/** Parses with the flags of all commands at once: which one is meant is known only afterwards. */
async function parse(
  args: readonly string[],
  commands: readonly Command[],
): Promise<{ words: readonly string[]; flags: TypedFlags }> {
  const options = Object.fromEntries(
    [COMMON, ...commands.map((command) => command.options)].flatMap(Object.entries<Options>),
  );
  const {
    _: words,
    $0: _self,
    ...flags
  } = await parser()
    .options(options)
    .parseAsync([...args]);
  return { words: words.map(String), flags };
}

/** Only the list of flags is left to yargs: it would break the lines of examples, which then cannot be pasted. */
async function help(command: Command | undefined, width: number): Promise<string> {
  const options = { ...command?.options, ...COMMON };
  const flags = await parser().options(options).wrap(width).getHelp();
  if (command === undefined) return `${OVERVIEW}\n\n${flags}`;
  const examples = EXAMPLES[command.name].map(([line, meaning]) => `  ${line}\n      ${meaning}`);
  return [USAGE[command.name], flags, ['Examples:', ...examples].join('\n')].join('\n\n');
}

/**
 * Yargs as a parser and a printer of flags only: it takes no command and checks nothing, so that everything that is
 * wrong can be said at once. Text stays text.
 */
function parser(): Argv {
  return yargs([])
    .scriptName('cuepoint')
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    });
}

function noSuchCommand(typed: string | undefined, commands: readonly Command[]): UsageError {
  const nearest = closestName(
    typed ?? '',
    commands.map(({ name }) => name),
  );
  const what = typed === undefined ? 'Which command?' : `There is no command "${typed}".`;
  return new UsageError([nearest === undefined ? what : `${what} Did you mean "${nearest}"?`], {
    ...(nearest === undefined ? { details: OVERVIEW } : { hint: 'cuepoint --help lists them.' }),
  });
}
