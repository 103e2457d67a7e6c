import { withProgress } from '@/lib/cli/progress'
import type { Way } from '@/lib/directory/guard/let-in'
import { importPostcodes } from '@/lib/directory/postcodes/import-postcodes'
import { countNorthernIreland, leaveOutNorthernIreland } from '@/lib/directory/postcodes/leave-out-northern-ireland'
import { readRelease } from '@/lib/directory/postcodes/read-release'
import { releaseName } from '@/lib/directory/postcodes/release-name'
import { printLines, showRefusal, triedLine } from './compared-lines'
import { releaseLines } from './release-lines'
import { settledNorthernIreland } from './settled-northern-ireland'
import { withDirectory } from './with-directory'

const READING = 'Reading the postcodes, per cent'

/**
 * `northernIreland`: whether the licence of its postcodes is agreed to; null for what was decided before, else asked.
 * `released`: the month that it is of, as 2025-08, where its name does not say it; null for what name and rows say.
 */
type Options = { otherBoundaries: boolean; northernIreland: boolean | null; released: string | null; way: Way }

/** Reads a release of NSPL or ONSPD, puts it in the place of the one before, and prints what it holds. */
export async function importPostcodesFrom(
  path: string,
  { released, northernIreland, ...options }: Options,
): Promise<void> {
  const began = performance.now()
  // Before the database is started: a faulty file should not have to wait for it.
  const release = await withProgress((onProgress) =>
    readRelease(path, (share) => onProgress(READING, { done: Math.floor(share * 100), total: 100 })),
  )
  const named = { ...releaseName(path, release.files), ...(released && { date: `${released}-01` }) }
  await withDirectory(async (ctx) => {
    if (countNorthernIreland(release) > 0 && !(await settledNorthernIreland(ctx, northernIreland, options.way))) {
      leaveOutNorthernIreland(release)
    }
    const report = await showRefusal(importPostcodes(ctx, release, named, options))
    printLines(report.compared.lines)
    if (options.way === 'dry-run') return printLines([triedLine(report.compared)])
    printLines(releaseLines(report, release, (performance.now() - began) / 1000))
  })
}
