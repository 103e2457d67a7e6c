import { withProgress } from '@/lib/cli/progress'
import { megabytes } from '@/lib/directory/fetch/download'
import { fetchPostcodes } from '@/lib/directory/fetch/fetch-postcodes'
import type { FoundRelease } from '@/lib/directory/fetch/find-release'
import type { Way } from '@/lib/directory/guard/let-in'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { printLines, showRefusal, triedLine } from './compared-lines'
import { releaseLines } from './release-lines'
import { settledNorthernIreland } from './settled-northern-ireland'
import { withDirectory } from './with-directory'

const FETCHING = 'Fetching, MB'
const READING = 'Reading the postcodes, per cent'

/** `northernIreland`: whether the licence of its postcodes is agreed to; null for what was decided before, else asked. */
type Options = { northernIreland: boolean | null; way: Way }

/** Finds the newest release of postcodes, fetches and imports it, and prints what it holds. */
export function fetchPostcodesFrom({ northernIreland, way }: Options): Promise<void> {
  return withDirectory(async (ctx) => {
    const withNorthernIreland = await settledNorthernIreland(ctx, northernIreland, way)
    const began = performance.now()
    const fetched = await withProgress((onProgress) =>
      showRefusal(
        fetchPostcodes(ctx, {
          way,
          northernIreland: withNorthernIreland,
          onFound: (found) => printLines(foundLines(found)),
          onFetched: (done, total) => onProgress(FETCHING, { done: inMb(done), total: inMb(total ?? done) }),
          onRead: (share) => onProgress(READING, { done: Math.floor(share * 100), total: 100 }),
        }),
      ),
    )
    if (!fetched) throw new ExpectedFailure('Another process fetches postcodes just now. Nothing was done by this one.')
    if (fetched.outcome === 'newest-already') {
      return printLines([`${fetched.inUse} is in use already, and no newer one is there. --confirm fetches it anew.`])
    }
    const { report, read } = fetched
    printLines(report.compared.lines)
    if (way === 'dry-run') return printLines([triedLine(report.compared)])
    printLines(releaseLines(report, read, (performance.now() - began) / 1000))
  })
}

function foundLines({ name, title, size, licence }: FoundRelease): string[] {
  return [
    `The newest release is ${name} (${title}), ${size === null ? 'of a size that the portal does not say' : megabytes(size)}.`,
    ...(licence ? [`Its licence, as the portal says: ${licence}`] : []),
    'Great Britain’s postcodes: Open Government Licence v3.0. Contains OS data, Royal Mail data and National Statistics data © Crown copyright, Royal Mail copyright and database right.',
  ]
}

function inMb(bytes: number): number {
  return Math.round(bytes / 1e6)
}
