import { eq } from 'drizzle-orm'
import { postcodeReleases } from '@/db/schema/index'
import { NORTHERN_IRELAND_LICENCE } from '@/lib/directory/fetch/northern-ireland'
import { WITHOUT_NORTHERN_IRELAND } from '@/lib/directory/postcodes/import-postcodes'
import { openIndex } from '@/lib/directory/postcodes/packed-index'
import { openRelease } from '@/lib/directory/postcodes/releases'
import { seatNations } from '@/lib/directory/seat-names'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { countsOf, withoutNorthernIreland } from './counts'
import { type IndexHead, writeIndexFile } from './format'

const GREAT_BRITAIN_LICENCE =
  'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right. Contains National Statistics data © Crown copyright and database right.'

/**
 * The index in use as a file for another installation, which says its name, date, coverage, licence and SHA-256. The
 * postcodes of Northern Ireland, which may not be passed on, are left out unless they are asked for. Throws
 * {@link ExpectedFailure} where no release is in use.
 */
export async function exportIndex(
  ctx: Context,
  { northernIreland }: { northernIreland: boolean },
): Promise<{ file: Uint8Array; described: IndexHead }> {
  const release = await openRelease(ctx)
  if (!release?.index) throw new ExpectedFailure('No release of postcodes is in use, so there is nothing to export.')
  const whole = countsOf(release.index)
  const leavesOut = !northernIreland && whole.northernIreland > 0
  const index = leavesOut ? withoutNorthernIreland(release.index) : await storedIndex(ctx, release.id)
  const counts = leavesOut ? countsOf(openIndex(index)) : whole
  const seats = await seatNations(ctx)
  const described: IndexHead = {
    name: leavesOut ? `${release.name} ${WITHOUT_NORTHERN_IRELAND}` : release.name,
    released: release.released,
    exportedAt: ctx.now().toISOString(),
    coverage: {
      postcodes: counts.postcodes,
      terminated: counts.terminated,
      constituencies: Object.keys(counts.seats).length,
      nations: [...new Set(Object.keys(counts.seats).flatMap((code) => seats.get(code)?.nation ?? []))].sort(),
    },
    licence: [GREAT_BRITAIN_LICENCE, ...(counts.northernIreland > 0 ? [NORTHERN_IRELAND_LICENCE] : [])],
    release: release.checksum,
  }
  return { file: writeIndexFile(described, index), described }
}

async function storedIndex(ctx: Context, id: number): Promise<Uint8Array> {
  const [row] = await ctx.db
    .select({ index: postcodeReleases.index })
    .from(postcodeReleases)
    .where(eq(postcodeReleases.id, id))
  if (!row?.index) throw new ExpectedFailure('The release was replaced meanwhile. Try again.')
  return row.index
}
