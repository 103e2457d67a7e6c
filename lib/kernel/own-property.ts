/**
 * What a table has under a name that somebody else chose, such as a part of an address; `undefined` for any other.
 * Never read by `table[name]`: every object answers to `constructor` and `__proto__`.
 */
export function ownOf<T>(table: Readonly<Record<string, T>>, name: unknown): T | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined
}
