import borders from './borders.json'

const beside = new Map(Object.entries(borders).map(([code, others]) => [code, new Set(others.split(' '))]))

/** Whether two constituencies, by their GSS codes, lie beside each other. `touching` says how that is known. */
export function liesBeside(one: string, other: string): boolean {
  return Boolean(beside.get(one)?.has(other) || beside.get(other)?.has(one))
}
