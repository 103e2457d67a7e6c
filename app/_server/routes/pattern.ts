import { areaOf } from './area'
import { routeAt } from './kind'

/** The address of what answers at a path, without what stands there for a person, a seat or a letter; else whose it is. */
export function patternOf(path: string): string {
  const { folder } = routeAt(path)
  return folder === null ? areaOf(path) : `/${folder}`
}
