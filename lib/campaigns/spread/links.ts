import { and, count, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { campaignLinks, staff } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { actorName } from '@/lib/campaigns/actor-name'
import { readSource } from '@/lib/figures/sources/source'
import { type SourceCount, sourceCounts } from '@/lib/figures/sources/source-counts'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** How a link goes about, as its visits are counted under `utm_medium`. */
export const linkChannels = ['link', 'email', 'social', 'print', 'messenger', 'embed'] as const
export type LinkChannel = (typeof linkChannels)[number]

/** So many links of one campaign are kept. */
const MOST = 500

/** A link for somebody: whom it is for, and how it goes about. */
export const newLink = z.object({
  name: typedText(oneLine, 100, 'The name can have 100 characters at most', 'Say whom the link is for').refine(
    (name) => readSource(new URLSearchParams({ utm_source: name })).utmSource !== '',
    { error: 'Name a site, a group or a newsletter: no e-mail address and no number of a person' },
  ),
  channel: z.enum(linkChannels, { error: 'Choose how it goes about' }),
})

/** A link that was made, what stands in its address, and what came by it. */
export type CampaignLink = SourceCount & {
  id: string
  name: string
  utmSource: string
  utmMedium: string
  by: string | null
  at: Date
}

/**
 * Keeps a link of a campaign, or finds the one that there is already; `too-many` where a campaign has five hundred. Throws
 * a `Refusal` where the actor may not.
 */
export function makeLink(
  ctx: Context,
  campaignId: string,
  { name, channel }: z.infer<typeof newLink>,
): Promise<'made' | 'there' | 'too-many'> {
  assertAllowed(ctx, 'campaigns.spread', campaignId)
  const { utmSource } = readSource(new URLSearchParams({ utm_source: name }))
  return inTransaction(ctx, async (inner) => {
    const [sum] = await inner.db
      .select({ many: count() })
      .from(campaignLinks)
      .where(eq(campaignLinks.campaignId, campaignId))
    if ((sum?.many ?? 0) >= MOST) return 'too-many'
    const [made] = await inner.db
      .insert(campaignLinks)
      .values({
        ...{ campaignId, name, utmSource, utmMedium: channel },
        ...{ createdBy: actorName(inner), createdAt: inner.now() },
      })
      .onConflictDoNothing()
      .returning({ id: campaignLinks.id })
    if (!made) return 'there'
    const subject = { kind: 'campaign', id: campaignId }
    await recordAudit(inner, { verb: 'campaign.link', subject, after: { name, channel } })
    return 'made'
  })
}

/** Takes a link off the list; it works on, and what comes by it is counted as before. */
export function removeLink(ctx: Context, campaignId: string, id: string): Promise<void> {
  assertAllowed(ctx, 'campaigns.spread', campaignId)
  return inTransaction(ctx, async (inner) => {
    const [gone] = await inner.db
      .delete(campaignLinks)
      .where(and(eq(campaignLinks.id, id), eq(campaignLinks.campaignId, campaignId)))
      .returning({ name: campaignLinks.name })
    if (!gone) return
    const subject = { kind: 'campaign', id: campaignId }
    await recordAudit(inner, { verb: 'campaign.link-remove', subject, before: gone })
  })
}

/** The links of a campaign, the newest first, with what came by each since the start. */
export async function listLinks(ctx: Context, campaignId: string): Promise<CampaignLink[]> {
  const [links, counts] = await Promise.all([
    ctx.db
      .select({
        id: campaignLinks.id,
        name: campaignLinks.name,
        utmSource: campaignLinks.utmSource,
        utmMedium: campaignLinks.utmMedium,
        by: staff.email,
        at: campaignLinks.createdAt,
      })
      .from(campaignLinks)
      .leftJoin(staff, eq(staff.id, campaignLinks.createdBy))
      .where(eq(campaignLinks.campaignId, campaignId))
      .orderBy(desc(campaignLinks.createdAt), desc(campaignLinks.id))
      .limit(MOST),
    sourceCounts(ctx, campaignId),
  ])
  return links.map((link) => ({
    ...link,
    ...(counts.get(`${link.utmSource} ${link.utmMedium}`) ?? { viewed: 0, submitted: 0, supporters: 0 }),
  }))
}
