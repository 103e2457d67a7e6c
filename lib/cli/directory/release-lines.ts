import type { ImportReport } from '@/lib/directory/postcodes/import-postcodes'
import type { Release } from '@/lib/directory/postcodes/read-release'
import { counted, grouped } from '@/lib/kernel/text'

const NAMED = 10

/** What an import of postcodes brought, as lines for a person: oddities first, then one line with the counts. */
export function releaseLines(report: ImportReport, read: Release, seconds: number): string[] {
  const { release, before, bytes, unknownSeats } = report
  return [
    ...unknownSeats
      .slice(0, NAMED)
      .map(([code, count]) => `Not a constituency of this directory: ${code}, ${counted(count, 'postcode')}`),
    ...(unknownSeats.length > NAMED ? [`…and ${unknownSeats.length - NAMED} more such codes.`] : []),
    ...(read.unreadable.count > 0
      ? [
          `Passed over, no postcode: ${counted(read.unreadable.count, 'row')} (${read.unreadable.some.map(quoted).join(', ')})`,
        ]
      : []),
    ...(read.again > 0 ? [`Stood there twice, saying the same: ${counted(read.again, 'row')}`] : []),
    ...(read.leftOut > 0 ? [`Left out, of Northern Ireland: ${counted(read.leftOut, 'postcode')}`] : []),
    ...Object.entries(read.outside).map(
      ([code, count]) => `Outside Westminster: ${code}, ${counted(count, 'postcode')}`,
    ),
    ...(before ? [`In the place of ${before.name} (SHA-256 ${before.checksum.slice(0, 12)}…).`] : []),
    `${release.name}: ${counted(release.postcodes, 'postcode')}, ${grouped(release.terminated)} of them terminated, ` +
      `${grouped(release.outside)} outside Westminster, ${grouped(release.nowhere)} in no constituency; ` +
      `${grouped(bytes)} bytes, in ${seconds.toFixed(1)} s; SHA-256 ${release.checksum.slice(0, 12)}….`,
  ]
}

function quoted(typed: string): string {
  return JSON.stringify(typed.slice(0, 20))
}
