import { eachPostcode } from '@/lib/directory/guard/compare-postcodes'
import { isNorthernIreland } from '@/lib/directory/postcode-areas'
import type { Placed } from '@/lib/directory/postcodes/collect'
import { CollectedPostcodes } from '@/lib/directory/postcodes/collect'
import { packPostcodes } from '@/lib/directory/postcodes/pack'
import type { PostcodeIndex } from '@/lib/directory/postcodes/packed-index'
import { compactAt } from '@/lib/directory/postcodes/place-of'
import { PSEUDO_CODE } from '@/lib/directory/postcodes/pseudo-code'

export type IndexCounts = {
  postcodes: number
  terminated: number
  outside: number
  nowhere: number
  northernIreland: number
  /** How many postcodes each constituency has. */
  seats: Record<string, number>
}

/** Counts what a packed index holds, itself: a file's word is not taken for it. */
export function countsOf(index: PostcodeIndex): IndexCounts {
  const counts: IndexCounts = { postcodes: 0, terminated: 0, outside: 0, nowhere: 0, northernIreland: 0, seats: {} }
  each(index, (compact, { seat, terminated }) => {
    counts.postcodes += 1
    if (terminated) counts.terminated += 1
    if (isNorthernIreland(compact)) counts.northernIreland += 1
    if (seat === '') counts.nowhere += 1
    else if (PSEUDO_CODE.test(seat)) counts.outside += 1
    else counts.seats[seat] = (counts.seats[seat] ?? 0) + 1
  })
  return counts
}

/** The same index, packed anew without the postcodes of Northern Ireland. */
export function withoutNorthernIreland(index: PostcodeIndex): Uint8Array {
  const kept = new CollectedPostcodes()
  each(index, (compact, { seat, terminated }) => {
    if (isNorthernIreland(compact)) return
    kept.add(compact, seat, terminated)
    const near = index.near(compact)
    if (near) kept.noteNear(compact, near)
  })
  return packPostcodes(kept)
}

function each(index: PostcodeIndex, visit: (compact: string, placed: Placed) => void): void {
  eachPostcode(index, (placed, sector, unit) => visit(compactAt(sector, unit), placed))
  for (const [compact, placed] of index.odd) visit(compact, placed)
}
