import { join } from 'node:path'
import { ChangesTooMuch, type Way } from '@/lib/directory/guard/let-in'
import type { RequestRate } from '@/lib/directory/members-api/request'
import { coversArea } from '@/lib/directory/postcodes/cached-postcodes'
import { type ImportReport, importPostcodes } from '@/lib/directory/postcodes/import-postcodes'
import { type Release, readRelease } from '@/lib/directory/postcodes/read-release'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import { oneAtATime } from '@/lib/directory/sync/one-sync-at-a-time'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { SECOND } from '@/lib/kernel/time/durations'
import { download, removeDownload } from './download'
import { type FoundRelease, newestRelease } from './find-release'

/** How the portal is asked: a search within 15 seconds, a download that stands still no longer, each break two more times. */
export const USUAL_RATE: RequestRate = {
  atOnce: 1,
  withinMs: 15 * SECOND,
  backoffMs: [SECOND, 4 * SECOND],
}

type Options = {
  way: Way
  /** Whether the licence of Northern Ireland's postcodes was agreed to. */
  northernIreland: boolean
  rate?: RequestRate
  signal?: AbortSignal | undefined
  /** Hears which release it is before anything of it is fetched. */
  onFound?: (found: FoundRelease) => void
  onFetched?: (done: number, total: number | null) => void
  /** Hears how far the reading is, from 0 to 1. */
  onRead?: (share: number) => void
}

export type Fetched =
  | { outcome: 'imported'; report: ImportReport; read: Release }
  /** The release in use is as new: nothing was fetched. */
  | { outcome: 'newest-already'; inUse: string }

/** Where a release is fetched to, until it is imported. */
export function downloadsFolder({ env }: Context): string {
  return join(env.dataDir, 'downloads')
}

/**
 * Finds the newest release of postcodes at the portal, fetches it, imports it through the guard, and removes the file.
 * Gives `null` where another process
 * fetches just now. Throws {@link ExpectedFailure}, one line, for everything that the portal, the file or the disk do
 * wrong, and `ChangesTooMuch`: the release before stays in use. A file that the guard refuses is kept for `--confirm`.
 */
export function fetchPostcodes(ctx: Context, options: Options): Promise<Fetched | null> {
  return oneAtATime(ctx, () => fetchAlone(ctx, options), 'fetch postcodes')
}

async function fetchAlone(
  ctx: Context,
  { way, northernIreland, rate = USUAL_RATE, signal, onFound, onFetched, onRead }: Options,
): Promise<Fetched> {
  const found = await newestRelease({ searchUrl: releasesUrl(ctx), rate, signal })
  onFound?.(found)
  const inUse = await asNewInUse(ctx, found, northernIreland)
  if (inUse && way !== 'confirm') return { outcome: 'newest-already', inUse }
  const folder = downloadsFolder(ctx)
  const path = await download({ url: found.dataUrl, version: found.version, rate, signal }, folder, onFetched)
  const read = await readRelease(path, onRead, { northernIreland }).catch(async (error: unknown) => {
    await removeDownload(folder)
    throw error instanceof ExpectedFailure
      ? new ExpectedFailure(`The file of ${found.name} was refused, and removed: ${error.message}`, { cause: error })
      : error
  })
  signal?.throwIfAborted()
  try {
    const report = await importPostcodes(ctx, read, found, { otherBoundaries: false, way })
    if (way !== 'dry-run') await removeDownload(folder)
    return { outcome: 'imported', report, read }
  } catch (error) {
    if (error instanceof ExpectedFailure && !(error instanceof ChangesTooMuch)) await removeDownload(folder)
    throw error
  }
}

/** The portal's search. Throws {@link ExpectedFailure} where it is switched off. */
export function releasesUrl({ env }: Context): string {
  if (env.releasesUrl) return env.releasesUrl
  throw new ExpectedFailure(
    'RELEASES_URL is off, so there is nowhere to fetch from. Use import-postcodes or import-index with a file.',
  )
}

/** The name of the release in use where it is as new as the one found, and holds what was decided; null otherwise. */
async function asNewInUse(ctx: Context, found: FoundRelease, northernIreland: boolean): Promise<string | null> {
  const inUse = await currentRelease(ctx)
  if (!inUse || !isAsNew(inUse.released, found.date)) return null
  return northernIreland && !(await coversArea(ctx, 'BT')) ? null : inUse.name
}

/** Whether a release of one month is as new as one of another; both as 2025-08-01, null where it is not known. */
export function isAsNew(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one >= other
}
