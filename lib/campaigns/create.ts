import { eq } from 'drizzle-orm'
import { campaigns, campaignVersions } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { blankContent } from '@/lib/content/blank-content'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { actorName } from './actor-name'
import type { NewCampaign } from './input'
import { latestVersion } from './versions'

/**
 * Makes a campaign that nobody sees yet, blank or with the draft of another. Gives its id, or `taken` where the address
 * is in use. Throws a `Refusal` where the actor may not, or there is no such campaign to copy.
 */
export function createCampaign(ctx: Context, { slug, goal, from }: NewCampaign): Promise<{ id: string } | 'taken'> {
  assertAllowed(ctx, 'campaigns.create')
  return inTransaction(ctx, async (inner) => {
    const source = from ? await sourceOf(inner, from) : { content: blankContent(), note: '' }
    const [made] = await inner.db
      .insert(campaigns)
      .values({ slug, goal, createdAt: inner.now() })
      .onConflictDoNothing()
      .returning({ id: campaigns.id })
    if (!made) return 'taken'
    await inner.db.insert(campaignVersions).values({
      campaignId: made.id,
      number: 1,
      ...source,
      createdBy: actorName(inner),
      createdAt: inner.now(),
    })
    const subject = { kind: 'campaign', id: made.id }
    await recordAudit(inner, { verb: 'campaign.create', subject, after: { slug, goal, from: from || null } })
    return made
  })
}

async function sourceOf(ctx: Context, campaignId: string): Promise<{ content: unknown; note: string }> {
  const [row] = await ctx.db.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, campaignId))
  const latest = await latestVersion(ctx, campaignId)
  if (!row || !latest) throw new Refusal('not-found', 'There is no such campaign to copy.')
  return { content: latest.content, note: `Copied from ${row.slug}, version ${latest.number}` }
}
