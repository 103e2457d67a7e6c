import { and, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { campaigns, letters, links, supporters } from '@/db/schema'
import { recordAudit } from '../audit/record'
import { forgetOldAnswers } from '../directory/live/keep-answer'
import { type Context, inTransaction } from '../kernel/context'
import { everyPromise, type Promised } from '../kernel/periods'
import { freeWordings } from '../letters/free-wordings'
import { forgetDeliveries } from '../webhooks/forget'
import { eraseSupporters } from './erase'
import { keeping } from './keeping'

/** What a purge erased, by kind. */
export type Purged = {
  unconfirmed: number
  letterTexts: number
  supporters: number
  links: number
  lookUps: number
  deliveries: number
}

/** Applies the keeping rules, as they were ever promised, as of `ctx.now()` (UK GDPR article 5(1)(e): storage limitation). */
export function purge(ctx: Context): Promise<Purged> {
  return inTransaction(ctx, async (inner) => {
    const promises = await everyPromise(inner)
    const purged = {
      unconfirmed: await eraseUnconfirmed(inner),
      letterTexts: await eraseTexts(inner, promises),
      supporters: await eraseOld(inner, promises),
      links: await eraseLinks(inner),
      lookUps: await forgetOldAnswers(inner),
      deliveries: await forgetDeliveries(inner),
    }
    await freeWordings(inner)
    await recordAudit(inner, { verb: 'privacy.purge', subject: { kind: 'installation', id: 'all' }, after: purged })
    return purged
  })
}

async function eraseUnconfirmed(ctx: Context): Promise<number> {
  const old = ctx.db
    .select({ id: supporters.id })
    .from(supporters)
    .where(and(isNull(supporters.confirmedAt), lte(supporters.createdAt, before(ctx, keeping.unconfirmedDays, 'days'))))
  await ctx.db.delete(letters).where(inArray(letters.supporterId, old))
  const erased = await ctx.db
    .delete(supporters)
    .where(and(isNull(supporters.confirmedAt), lte(supporters.createdAt, before(ctx, keeping.unconfirmedDays, 'days'))))
    .returning({ id: supporters.id })
  return erased.length
}

async function eraseTexts(ctx: Context, promises: Promised[]): Promise<number> {
  const ended = sql`coalesce(${letters.endedAt}, ${letters.acceptedAt})`
  const erased = await ctx.db
    .update(letters)
    .set({ textSealed: null, sketch: null })
    .where(
      and(
        isNotNull(letters.textSealed),
        inArray(letters.state, ['accepted', 'delivered', 'bounced', 'failed']),
        or(
          ...promises.map(({ until, letterTextDays }) =>
            and(lte(ended, before(ctx, letterTextDays, 'days')), until ? lt(letters.createdAt, until) : undefined),
          ),
        ),
      ),
    )
    .returning({ id: letters.id })
  return erased.length
}

async function eraseOld(ctx: Context, promises: Promised[]): Promise<number> {
  const old = await ctx.db
    .select({ id: supporters.id })
    .from(supporters)
    .innerJoin(campaigns, eq(campaigns.id, supporters.campaignId))
    .where(
      and(
        isNull(supporters.erasedAt),
        isNotNull(supporters.confirmedAt),
        or(isNull(supporters.updatesAskedAt), isNotNull(supporters.unsubscribedAt)),
        or(
          ...promises.map(({ until, monthsAfterClose, monthsAfterSigning }) =>
            and(
              or(
                lte(campaigns.closedAt, before(ctx, monthsAfterClose, 'months')),
                lte(supporters.confirmedAt, before(ctx, monthsAfterSigning, 'months')),
              ),
              until ? lt(supporters.createdAt, until) : undefined,
            ),
          ),
        ),
      ),
    )
  await eraseSupporters(
    ctx,
    old.map(({ id }) => id),
    'kept long enough',
  )
  return old.length
}

async function eraseLinks(ctx: Context): Promise<number> {
  const erased = await ctx.db
    .delete(links)
    .where(lte(links.expiresAt, before(ctx, 7, 'days')))
    .returning({ hash: links.hash })
  return erased.length
}

/** Calendar months are counted by the database: 31 August less six months is the last day of February. */
function before(ctx: Context, count: number, unit: 'days' | 'months') {
  return sql<Date>`${ctx.now().toISOString()}::timestamptz - make_interval(${sql.raw(unit)} => ${count}::int)`
}
