import { distance } from 'fastest-levenshtein';

/**
 * The known name a mistyped one most likely meant, or undefined when none is near: more than two
 * letters in five would have to change, and a guess that far off only misleads. (Two swapped letters count twice.)
 */
export function closestName(typed: string, known: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  const [nearest] = known
    .map((name) => ({ name, edits: wanted === name.replace(/[-_]/g, '') ? 0 : distance(wanted, name) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.round(name.length * 0.4)))
    .sort((a, b) => a.edits - b.edits);
  return nearest?.name;
}
