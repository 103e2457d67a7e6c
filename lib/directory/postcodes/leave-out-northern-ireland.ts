import { isNorthernIreland } from '@/lib/directory/postcode-areas'
import { type CollectedPostcodes, placeKey } from './collect'
import { compactAt, UNITS } from './place-of'
import { PSEUDO_CODE } from './pseudo-code'
import type { Release } from './read-release'

/** How many postcodes of Northern Ireland a release that was read holds. */
export function countNorthernIreland({ collected }: Release): number {
  let count = 0
  eachOfNorthernIreland(collected, () => {
    count += 1
  })
  return count
}

/** Takes the postcodes of Northern Ireland out of a release that was read, as if it had been read without them. */
export function leaveOutNorthernIreland(release: Release): void {
  const { collected } = release
  eachOfNorthernIreland(collected, (seat, terminated) => {
    release.leftOut += 1
    if (terminated) release.terminated -= 1
    if (seat === '') release.nowhere -= 1
    else takeOne(PSEUDO_CODE.test(seat) ? release.outside : release.seats, seat)
  })
  for (const sector of sectorsOfNorthernIreland(collected)) {
    collected.sectors.delete(sector)
    for (let unit = 0; unit < UNITS; unit += 1) collected.near?.delete(placeKey({ sector, unit }))
  }
  for (const compact of collected.odd.keys()) if (isNorthernIreland(compact)) collected.odd.delete(compact)
}

function eachOfNorthernIreland(collected: CollectedPostcodes, visit: (seat: string, terminated: boolean) => void) {
  for (const key of sectorsOfNorthernIreland(collected)) {
    const sector = collected.sectors.get(key)
    sector?.exists.forEach((exists, unit) => {
      if (exists) visit(collected.seats[sector.seats[unit] ?? 0] ?? '', sector.terminated[unit] === 1)
    })
  }
  for (const [compact, { seat, terminated }] of collected.odd)
    if (isNorthernIreland(compact)) visit(collected.seats[seat] ?? '', terminated)
}

function sectorsOfNorthernIreland({ sectors }: CollectedPostcodes): number[] {
  return [...sectors.keys()].filter((sector) => isNorthernIreland(compactAt(sector, 0)))
}

function takeOne(counts: Record<string, number>, code: string): void {
  const left = (counts[code] ?? 0) - 1
  if (left > 0) counts[code] = left
  else delete counts[code]
}
