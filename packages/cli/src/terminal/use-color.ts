/**
 * Whether to colour a stream: `--no-color` decides, then FORCE_COLOR, then NO_COLOR, then whether it is a terminal.
 * (Node.js itself lets FORCE_COLOR win over NO_COLOR.)
 */
export function useColor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
  noColor: boolean,
): boolean {
  if (noColor) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}
