import { createInterface } from 'node:readline/promises'
import { withProgress } from '@/lib/cli/progress'
import { megabytes } from '@/lib/directory/fetch/download'
import { fetchPostcodes } from '@/lib/directory/fetch/fetch-postcodes'
import type { FoundRelease } from '@/lib/directory/fetch/find-release'
import {
  chooseNorthernIreland,
  LICENCES_URL,
  NORTHERN_IRELAND_LICENCE,
  northernIrelandChoice,
} from '@/lib/directory/fetch/northern-ireland'
import type { Way } from '@/lib/directory/guard/let-in'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { printLines, showRefusal, triedLine } from './compared-lines'
import { releaseLines } from './release-lines'
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

/** What is said, or was decided before, or else is asked where somebody can answer: nobody's answer leaves them out. */
async function settledNorthernIreland(ctx: Context, said: boolean | null, way: Way): Promise<boolean> {
  const before = await northernIrelandChoice(ctx)
  if (said === null && before) return before.agreed
  printLines([`${NORTHERN_IRELAND_LICENCE} ${LICENCES_URL}`])
  const decided = said ?? (process.stdin.isTTY ? await isAgreed() : null)
  if (decided !== null && way !== 'dry-run') await chooseNorthernIreland(ctx, decided)
  printLines([
    decided
      ? 'Agreed to: the postcodes of Northern Ireland come in as well.'
      : 'Not agreed to: the postcodes of Northern Ireland are left out, and asked of the live sources. --agree-northern-ireland brings them in.',
  ])
  return decided ?? false
}

async function isAgreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(
      'Do you agree to this licence? Type yes, or anything else to leave them out: ',
    )
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

function inMb(bytes: number): number {
  return Math.round(bytes / 1e6)
}
