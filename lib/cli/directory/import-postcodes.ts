import { withProgress } from '@/lib/cli/progress'
import { LICENCES_URL, NORTHERN_IRELAND_LICENCE, northernIrelandChoice } from '@/lib/directory/fetch/northern-ireland'
import type { Way } from '@/lib/directory/guard/let-in'
import { importPostcodes } from '@/lib/directory/postcodes/import-postcodes'
import { type Release, readRelease } from '@/lib/directory/postcodes/read-release'
import { releaseName } from '@/lib/directory/postcodes/release-name'
import { printLines, showRefusal, triedLine } from './compared-lines'
import { releaseLines } from './release-lines'
import { withDirectory } from './with-directory'

const READING = 'Reading the postcodes, per cent'

/** `released`: the month that it is of, as 2025-08, where its name does not say it; null for what name and rows say. */
type Options = { otherBoundaries: boolean; northernIreland: boolean; released: string | null; way: Way }

/** Reads a release of NSPL or ONSPD, puts it in the place of the one before, and prints what it holds. */
export async function importPostcodesFrom(
  path: string,
  { released, northernIreland, ...options }: Options,
): Promise<void> {
  const began = performance.now()
  // Before the database is started: a faulty file should not have to wait for it.
  const release = await withProgress((onProgress) =>
    readRelease(path, (share) => onProgress(READING, { done: Math.floor(share * 100), total: 100 }), {
      northernIreland,
    }),
  )
  const named = { ...releaseName(path), ...(released && { date: `${released}-01` }) }
  await withDirectory(async (ctx) => {
    const report = await showRefusal(importPostcodes(ctx, release, named, options))
    printLines(report.compared.lines)
    if (holdsNorthernIreland(release) && !(await northernIrelandChoice(ctx))?.agreed) {
      printLines([`${NORTHERN_IRELAND_LICENCE} ${LICENCES_URL} --without-northern-ireland leaves them out.`])
    }
    if (options.way === 'dry-run') return printLines([triedLine(report.compared)])
    printLines(releaseLines(report, release, (performance.now() - began) / 1000))
  })
}

function holdsNorthernIreland({ seats }: Release): boolean {
  return Object.keys(seats).some((code) => code.startsWith('N'))
}
