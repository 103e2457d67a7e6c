import { z } from 'zod'
import { ChangesTooMuch } from '@/lib/directory/guard/let-in'
import { tellReleaseJob } from '@/lib/directory/jobs'
import type { RequestRate } from '@/lib/directory/members-api/request'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { counted } from '@/lib/kernel/text'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { tellAdmins } from '@/lib/staff/team/tell-admins'
import { fetchPostcodes, USUAL_RATE } from './fetch-postcodes'
import { postcodesFetch } from './fetch-state'
import { chooseNorthernIreland, northernIrelandChoice } from './northern-ireland'

/** `confirm`: let in although it is too much. `byItself`: nobody waits for it, so that a failure is mailed. */
const payload = z.object({ confirm: z.boolean(), byItself: z.boolean() })

type Asked = z.infer<typeof payload>

/**
 * Fetches and imports the newest release, and writes down how far it is. What goes wrong is written down as well, and not
 * tried again; when the worker is told to stop it throws, and the next one goes on.
 */
export async function fetchByJob(
  ctx: Context,
  { confirm, byItself }: Asked,
  signal?: AbortSignal,
  rate: RequestRate = USUAL_RATE,
): Promise<void> {
  const progress = postcodesFetch.progress(ctx)
  let about = ''
  try {
    const fetched = await fetchPostcodes(ctx, {
      way: confirm ? 'confirm' : 'apply',
      northernIreland: (await northernIrelandChoice(ctx))?.agreed ?? false,
      rate,
      signal,
      onFound: ({ name, size }) => {
        about = name
        progress.note({ phase: 'fetching', words: name, done: 0, total: size })
      },
      onFetched: (done, total) => progress.note({ phase: 'fetching', words: about, done, total }),
      onRead: (share) => progress.note({ phase: 'reading', words: about, done: Math.floor(share * 100), total: 100 }),
    })
    await progress.settled()
    if (!fetched) throw new ExpectedFailure('Another process fetches postcodes just now: a command, perhaps.')
    const words =
      fetched.outcome === 'newest-already'
        ? `${fetched.inUse} is in use already, and no newer one is there.`
        : `${fetched.report.release.name} is in use: ${counted(fetched.report.release.postcodes, 'postcode')}.`
    await postcodesFetch.keep(ctx, { phase: 'done', words })
    log.info({ outcome: fetched.outcome }, 'Fetched the postcodes')
  } catch (error) {
    await progress.settled()
    if (signal?.aborted || !(error instanceof ExpectedFailure)) throw error
    const refused = error instanceof ChangesTooMuch ? error.compared : null
    const words = refused ? `${about} was not let in: ${refused.reasons.join('; ')}.` : error.message
    await postcodesFetch.keep(ctx, { phase: refused ? 'refused' : 'failed', words, compared: refused?.lines ?? [] })
    log.warn({ why: words }, 'The postcodes could not be fetched')
    if (byItself) await tellOfRelease(ctx, about || 'A newer release', words)
  }
}

export const fetchPostcodesJob = defineJob('fetch-postcodes', payload, (ctx, asked, signal) =>
  fetchByJob(ctx, asked, signal),
)

/**
 * Has the worker fetch the newest release for a member of staff, with what they decided about Northern Ireland's
 * postcodes (null: as before). Does nothing while it is under way. Throws a `Refusal` where the actor may not.
 */
export function askToFetch(
  ctx: Context,
  { northernIreland, confirm }: { northernIreland: boolean | null; confirm: boolean },
): Promise<void> {
  assertAllowed(ctx, 'directory.confirm')
  return inTransaction(ctx, async (tx) => {
    if (!(await postcodesFetch.begin(tx))) return
    if (northernIreland !== null) await chooseNorthernIreland(tx, northernIreland)
    await queueFetch(tx, { confirm, byItself: false })
  })
}

/** Queues the job in the caller's transaction, and says on the page that it waits. */
export async function queueFetch(ctx: Context, asked: Asked): Promise<void> {
  await postcodesFetch.keep(ctx, { phase: 'waiting', words: '' })
  await enqueue(ctx, fetchPostcodesJob, asked, { key: 'fetch postcodes', maxAttempts: 5 })
}

/** Mails administrators about a release, once for each and for what is said of it. */
export function tellOfRelease(ctx: Context, name: string, trouble: string | null): Promise<void> {
  const key = `release ${name} ${trouble === null ? 'there' : 'trouble'}`
  return tellAdmins(ctx, tellReleaseJob, key, (staffId) => ({ staffId, name, trouble }))
}
