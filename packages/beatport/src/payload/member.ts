/**
 * A member of a parsed JSON value, or undefined where there is none. Only own members count: a payload that lacks
 * `props` must not be read through `Object.prototype`.
 */
export function member(value: unknown, ...path: readonly string[]): unknown {
  let current: unknown = value;
  for (const name of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined;
    current = Reflect.get(current, name);
  }
  return current;
}
