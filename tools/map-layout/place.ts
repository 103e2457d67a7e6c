import { linearSumAssignment } from 'linear-sum-assignment'
import { around, type Cell, cellNear, keyOf, middleOf } from '@/lib/figures/map/hexagons'
import type { Place } from './spread'

/** A hexagon for each place, all different, so that the squares of the ways there come out least in all. */
export function placed(places: readonly Place[]): Cell[] {
  const cells = cellsNear(places)
  const costs = places.map((one) =>
    cells.map((cell) => {
      const middle = middleOf(cell)
      return (middle.x - one.x) ** 2 + (middle.y - one.y) ** 2
    }),
  )
  const { rowAssignments } = linearSumAssignment(costs, { maximaze: false })
  return places.map((one, at) => {
    const cell = cells[rowAssignments[at] ?? -1]
    if (!cell) throw new Error(`No hexagon was found for ${one.name}.`)
    return cell
  })
}

/** Hexagons within two steps of where somebody wants to be: more than there are places. */
function cellsNear(places: readonly Place[]): Cell[] {
  let near = new Map(places.map(({ x, y }) => [keyOf(cellNear(x, y)), cellNear(x, y)]))
  for (let ring = 0; ring < 2; ring++) {
    near = new Map([...near.values()].flatMap((cell) => [cell, ...around(cell)]).map((cell) => [keyOf(cell), cell]))
  }
  return [...near.values()]
}
