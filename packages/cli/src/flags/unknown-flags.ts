import { closestName } from '@cuepoint/engine';

/** Keys yargs itself puts among the flags. */
const PARSER_KEYS = ['_', '$0'];

/** A sentence for every flag that a command does not have, with the nearest one that it has. */
export function unknownFlags(argv: Readonly<Record<string, unknown>>, known: readonly string[]): string[] {
  return Object.keys(argv)
    .filter((flag) => !PARSER_KEYS.includes(flag) && !known.includes(flag))
    .map((flag) => {
      // The parser takes `--no-cache`, but not `--no-cache=false`, for the opposite of `--cache`.
      if (flag.startsWith('no-') && known.includes(flag.slice(3))) return `--${flag} takes no value.`;
      const dashes = flag.length === 1 ? '-' : '--';
      const nearest = closestName(flag, known);
      return `There is no flag ${dashes}${flag}.${nearest === undefined ? '' : ` Did you mean --${nearest}?`}`;
    });
}
