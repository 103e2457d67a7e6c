import { pathAt } from './address'
import { areaOf } from './area'
import { pageAt } from './kind'

/** The address of the page that says, in the frame that belongs there, that a path leads nowhere. */
export function missingAt(path: string): string {
  const { kind, values } = pageAt(path)
  if (kind.missing) return pathAt(kind.missing, values)
  return areaOf(path) === 'staff' ? '/staff/missing' : '/missing'
}
