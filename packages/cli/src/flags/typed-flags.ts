/**
 * The text typed for a flag; of several, the last one, as usual on a command line. Undefined when it was typed
 * without a value (yargs then says `true`) or with an empty one, or not at all.
 */
export function lastText(typed: unknown): string | undefined {
  const last: unknown = Array.isArray(typed) ? typed.at(-1) : typed;
  return typeof last === 'string' && last !== '' ? last : undefined;
}

/** Every text typed for a flag that may be repeated. */
export function allTexts(typed: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(typed) ? typed : [typed];
  return all.filter((text): text is string => typeof text === 'string' && text !== '');
}
