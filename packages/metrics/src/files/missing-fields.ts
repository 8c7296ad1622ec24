/** A field that was not in a document, by its path with `[]` for any position: `query_metrics[].parse_time`. */
export interface MissingField {
  readonly path: string;
  /** In how many places it was missing. */
  readonly times: number;
}

/**
 * The fields that `completed` has and `given` has not, in the order met. A missing object counts as one field.
 *
 * @param given The value as it was read.
 * @param completed The same value after its missing fields were filled in.
 */
export function missingFields(given: unknown, completed: unknown): readonly MissingField[] {
  const times = new Map<string, number>();
  collect(given, completed, '', times);
  return [...times].map(([path, count]) => ({ path, times: count }));
}

function collect(given: unknown, completed: unknown, path: string, times: Map<string, number>): void {
  if (Array.isArray(given) && Array.isArray(completed)) {
    for (const [index, item] of completed.entries()) collect(given[index], item, `${path}[]`, times);
    return;
  }
  if (!isRecord(given) || !isRecord(completed)) return;
  for (const [key, value] of Object.entries(completed)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (Object.hasOwn(given, key)) collect(given[key], value, at, times);
    else times.set(at, (times.get(at) ?? 0) + 1);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
