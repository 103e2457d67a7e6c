import { z } from 'zod'
import type { RequestRate } from '@/lib/directory/members-api/request'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { setting } from '@/lib/settings/setting'
import { queueFetch, tellOfRelease } from './fetch-job'
import { isAsNew, USUAL_RATE } from './fetch-postcodes'
import { newestRelease } from './find-release'

const newest = setting<{ name: string; date: string } | null>(
  'newest_release',
  z.object({ name: z.string(), date: z.string() }).nullable().catch(null),
  null,
)

/**
 * Looks whether a newer release is at the portal than is in use. Administrators are told of each once; with
 * `DIRECTORY_AUTO_UPDATE` it is fetched at once instead. A portal that does not answer is left to the next week.
 */
export async function lookForRelease(
  ctx: Context,
  signal?: AbortSignal,
  rate: RequestRate = USUAL_RATE,
): Promise<void> {
  const { releasesUrl, directoryAutoUpdate } = ctx.env
  if (!releasesUrl) return
  const found = await newestRelease({ searchUrl: releasesUrl, rate, signal }).catch((error: unknown) => {
    if (!(error instanceof ExpectedFailure)) throw error
    log.warn({ why: error.message }, 'No release of postcodes could be looked for')
    return null
  })
  if (!found?.date) return
  const { name, date } = found
  const inUse = await currentRelease(ctx)
  if (isAsNew(inUse?.released ?? null, date)) return
  await inTransaction(ctx, async (tx) => {
    const isFresh = (await newest.readNow(tx))?.name !== name
    await newest.keep(tx, { name, date })
    if (directoryAutoUpdate) await queueFetch(tx, { confirm: false, byItself: true })
    // Before any release is in use, that is what the first page says.
    else if (isFresh && inUse) await tellOfRelease(tx, name, null)
  })
}

export const lookForReleaseJob = defineJob('look-for-release', nothing, (ctx, _, signal) => lookForRelease(ctx, signal))

/** The name of a release that was found and is newer than the one in use; null where there is none, or nothing is in use. */
export async function newerRelease(ctx: Context): Promise<string | null> {
  const [found, inUse] = await Promise.all([newest.read(ctx), currentRelease(ctx)])
  return found && inUse && !isAsNew(inUse.released, found.date) ? found.name : null
}
