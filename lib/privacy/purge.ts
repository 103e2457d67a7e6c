import { and, gt, isNotNull, lt, lte, not, or, type SQL } from 'drizzle-orm'
import { deliveryAttempts, letterEvents, letters, links } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { raiseAlert } from '@/lib/delivery/alerts/raise-alerts'
import { forgetOldResults } from '@/lib/directory/live/cached-results'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { alongIds, BATCH_ROWS, inBatches, someOf } from '@/lib/kernel/in-batches'
import { log } from '@/lib/kernel/log'
import { goesNoFurther, goesNoFurtherSince } from '@/lib/letters/letter-states'
import { forgetNetworks } from '@/lib/letters/review/origin-hash'
import { endWaiting, tellWaitEnds } from '@/lib/letters/waiting/give-up-waiting'
import { forgetMailboxTurns } from '@/lib/mailer/mailbox-allowance'
import { isOwedWord, sayOwedWords, takeUpGivenUp } from '@/lib/messages/to-writer/tell-before-erasing'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import { everyPromise, type Promised } from '@/lib/settings/keeping-periods'
import { forgetDeliveries } from '@/lib/webhooks/forget-deliveries'
import { freeWordings } from '@/lib/writing/wordings/free-unused'
import { eraseOld, eraseUnconfirmed } from './erase-sign-ups'
import { emptied, letterFates } from './erased-columns'
import { forgetJobs, forgetLeftovers, forgetStaff } from './forget-leftovers'
import { forgetMail, forgetSuppressions } from './forget-mail'
import { before } from './how-long-kept'
import { notePurge } from './last-purge'
import { type Purged, type PurgeKind, purgedKinds, purgeWords } from './purge-kinds'

/** Some kinds could not be erased; `erased` is what was, all the same. */
export class PurgeFailed extends ExpectedFailure {
  constructor(
    readonly erased: Purged,
    kinds: string,
  ) {
    super(`Could not erase: ${kinds}. What else was due is erased. The log says why.`)
    this.name = 'PurgeFailed'
  }
}

type Tell = (rows: number) => Promise<void>
type Sweep = (ctx: Context, tell: Tell, promises: readonly Promised[]) => Promise<number>

/** What erases each kind, in batches that are transactions of their own. */
const SWEEPS: Record<PurgeKind, Sweep> = {
  unconfirmed: (ctx, tell) => inBatches(ctx, eraseUnconfirmed, tell),
  waits: (ctx, tell, promises) => inBatches(ctx, (inner) => endWaiting(inner, promises), tell),
  waitsTold: (ctx, tell, promises) => inBatches(ctx, (inner) => tellWaitEnds(inner, promises), tell),
  letterTexts: eraseTexts,
  supporters: eraseOld,
  links: (ctx, tell) => inBatches(ctx, eraseLinks, tell),
  lookUps: forgetOldResults,
  deliveries: forgetDeliveries,
  wordings: freeWordings,
  mailboxTurns: forgetMailboxTurns,
  networks: forgetNetworks,
  mail: forgetMail,
  suppressions: forgetSuppressions,
  staff: forgetStaff,
  jobs: forgetJobs,
  leftovers: forgetLeftovers,
}

/**
 * Applies the keeping rules, as they were ever promised, as of `ctx.now()` (UK GDPR article 5(1)(e): storage limitation),
 * in a transaction for each batch: the next purge resumes what breaks off, and a kind that fails keeps no other from
 * being erased. Administrators are told of it then, and it throws a `PurgeFailed` that names the kind.
 */
export async function purge(ctx: Context): Promise<Purged> {
  const erased = Object.fromEntries(purgedKinds.map((kind) => [kind, 0])) as Purged
  const failed: PurgeKind[] = []
  const note = await notePurge(ctx)
  const promises = await everyPromise(ctx)
  for (const kind of purgedKinds) {
    const tell = (rows: number) => {
      erased[kind] += rows
      return note({ erased, failed, ended: false })
    }
    try {
      await SWEEPS[kind](ctx, tell, promises)
    } catch (error) {
      log.error({ err: error, kind }, 'The purge could not erase something')
      failed.push(kind)
    }
  }
  await note({ erased, failed, ended: true })
  const after = failed.length > 0 ? { ...erased, failed } : erased
  await recordAudit(ctx, { verb: 'privacy.purge', subject: { kind: 'installation', id: 'all' }, after })
  if (failed.length === 0) return erased
  await raiseAlert(ctx, { kind: 'purge', subject: 'all' })
  const kinds = failed.map((kind) => purgeWords[kind].failed).join(', ')
  throw new PurgeFailed(erased, kinds)
}

export const purgeJob = defineJob('purge', nothing, (ctx) => purge(ctx))

/** Erases the texts that are due, once their writers have been told what they were promised to be. Gives how many. */
async function eraseTexts(ctx: Context, tell: Tell, promises: readonly Promised[]): Promise<number> {
  const due = textIsDue(ctx, promises)
  await inBatches(ctx, takeUpGivenUp)
  await sayOwedWords(ctx, due)
  return alongIds(ctx, (inner, after) => eraseSomeTexts(inner, and(gt(letters.id, after), due, not(isOwedWord))), tell)
}

function textIsDue(ctx: Context, promises: readonly Promised[]): SQL | undefined {
  return and(
    isNotNull(letters.textSealed),
    goesNoFurther,
    or(
      ...promises.map(({ until, letterTextDays }) =>
        and(
          lte(goesNoFurtherSince, before(ctx, letterTextDays, 'days')),
          until ? lt(letters.createdAt, until) : undefined,
        ),
      ),
    ),
  )
}

async function eraseSomeTexts({ db }: Context, due: SQL | undefined): Promise<string[]> {
  const some = db.select({ id: letters.id }).from(letters).where(due).orderBy(letters.id).limit(BATCH_ROWS)
  const ids = (await some.for('update')).map(({ id }) => id)
  await db
    .update(letters)
    .set(emptied(letterFates, ['text']))
    .where(anyOfIds(letters.id, ids))
  const handedOver = and(anyOfIds(deliveryAttempts.letterId, ids), isNotNull(deliveryAttempts.messageSealed))
  await db.update(deliveryAttempts).set({ messageSealed: null }).where(handedOver)
  const noted = and(anyOfIds(letterEvents.letterId, ids), isNotNull(letterEvents.note))
  await db.update(letterEvents).set({ note: null }).where(noted)
  return ids
}

async function eraseLinks(ctx: Context): Promise<number> {
  const out = lte(links.expiresAt, before(ctx, CONFIRM_LINK_DAYS, 'days'))
  return (await ctx.db.delete(links).where(someOf(links, out))).count
}
