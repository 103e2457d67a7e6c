import type { Way } from '@/lib/directory/guard/let-in'
import { type ImportReport, importPacked, WITHOUT_NORTHERN_IRELAND } from '@/lib/directory/postcodes/import-postcodes'
import { openIndex } from '@/lib/directory/postcodes/packed-index'
import type { Context } from '@/lib/kernel/context'
import { countsOf, withoutNorthernIreland } from './counts'
import type { IndexHead } from './format'

type Read = { described: IndexHead; index: Uint8Array }
type Options = { northernIreland: boolean; way: Way }

/**
 * Puts an index from another installation in the place of the release in use, through the guard. The postcodes of Northern
 * Ireland are left out unless their licence was agreed to here. Gives how many were. Throws as `importPostcodes` does.
 */
export async function importIndex(
  ctx: Context,
  { described, index }: Read,
  { northernIreland, way }: Options,
): Promise<{ report: ImportReport; leftOut: number }> {
  const whole = countsOf(openIndex(index))
  const leavesOut = !northernIreland && whole.northernIreland > 0
  const taken = leavesOut ? withoutNorthernIreland(openIndex(index)) : index
  const { postcodes, terminated, outside, nowhere, seats } = leavesOut ? countsOf(openIndex(taken)) : whole
  const name = leavesOut ? `${described.name} ${WITHOUT_NORTHERN_IRELAND}` : described.name
  const release = {
    name,
    released: described.released,
    checksum: described.release,
    postcodes,
    terminated,
    outside,
    nowhere,
  }
  const report = await importPacked(ctx, { release, seats, index: () => taken }, { otherBoundaries: false, way })
  return { report, leftOut: leavesOut ? whole.northernIreland : 0 }
}
