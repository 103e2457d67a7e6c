import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { campaigns, figureLinks } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { inOwnCampaigns } from '@/lib/staff/own-campaigns'

/** Days for which a link works, unless it is called back before. */
export const LINK_DAYS = 180
/** So many work at once. */
const MOST = 200
const SECRET = /^[\w-]{27}$/

/** A link that works. */
export type FigureLink = Pick<typeof figureLinks.$inferSelect, 'id' | 'campaignId' | 'name' | 'createdAt' | 'expiresAt'>

/**
 * Makes a link to a campaign's figures as outsiders may see them. Gives its secret part, which is kept nowhere; `null`
 * where there are too many already. Throws a `Refusal` where the actor may not.
 */
export function giveFigureLink(ctx: Context, given: { campaignId: string; name: string }): Promise<string | null> {
  assertAllowed(ctx, 'figures.share', given.campaignId)
  return inTransaction(ctx, async (inner) => {
    if ((await inner.db.$count(figureLinks, working(inner))) >= MOST) return null
    const secret = randomBytes(20).toString('base64url')
    const [made] = await inner.db
      .insert(figureLinks)
      .values({
        ...given,
        hash: hashOf(secret),
        createdBy: inner.actor.kind === 'staff' ? inner.actor.id : inner.actor.kind,
        createdAt: inner.now(),
        expiresAt: new Date(inner.now().getTime() + LINK_DAYS * DAY),
      })
      .returning({ id: figureLinks.id })
    await recordAudit(inner, {
      verb: 'figures.link',
      subject: { kind: 'campaign', id: given.campaignId },
      after: { link: made?.id ?? '', name: given.name },
    })
    return secret
  })
}

/** The links that work, newest first. Throws a `Refusal` where the actor may not. */
export async function listFigureLinks(ctx: Context): Promise<FigureLink[]> {
  assertAllowed(ctx, 'figures.share', null)
  return ctx.db
    .select({
      id: figureLinks.id,
      campaignId: figureLinks.campaignId,
      name: figureLinks.name,
      createdAt: figureLinks.createdAt,
      expiresAt: figureLinks.expiresAt,
    })
    .from(figureLinks)
    .where(and(working(ctx), inOwnCampaigns(ctx, figureLinks.campaignId)))
    .orderBy(desc(figureLinks.createdAt))
    .limit(MOST)
}

/** Calls a link back: the next who opens it sees nothing. Throws a `Refusal` where the actor may not. */
export function endFigureLink(ctx: Context, id: string): Promise<void> {
  assertAllowed(ctx, 'figures.share', null)
  return inTransaction(ctx, async (inner) => {
    const [gone] = await inner.db
      .update(figureLinks)
      .set({ revokedAt: inner.now() })
      .where(and(eq(figureLinks.id, id), isNull(figureLinks.revokedAt), inOwnCampaigns(ctx, figureLinks.campaignId)))
      .returning({ campaignId: figureLinks.campaignId, name: figureLinks.name })
    if (!gone) return
    await recordAudit(inner, {
      verb: 'figures.end-link',
      subject: { kind: 'campaign', id: gone.campaignId },
      before: { link: id, name: gone.name },
    })
  })
}

/** Of which campaign a link's secret part shows figures; `null` where it is none, ran out or was called back. */
export async function findFigureLink(ctx: Context, secret: string): Promise<{ slug: string } | null> {
  if (!SECRET.test(secret)) return null
  const [found] = await ctx.db
    .select({ slug: campaigns.slug })
    .from(figureLinks)
    .innerJoin(campaigns, eq(campaigns.id, figureLinks.campaignId))
    .where(and(eq(figureLinks.hash, hashOf(secret)), working(ctx)))
  return found ?? null
}

function working({ now }: Context) {
  return and(isNull(figureLinks.revokedAt), gt(figureLinks.expiresAt, now()))
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
