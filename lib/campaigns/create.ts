import { campaigns, campaignVersions } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { blankContent } from '@/lib/content/blank-content'
import { fieldsOf, textOf } from '@/lib/content/fields/fields'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { keepOwn } from '@/lib/staff/own-campaigns'
import { actorName } from './actor-name'
import type { NewCampaign } from './input'
import { slugIsTaken } from './slugs'
import { latestVersion } from './versions'

/**
 * Makes a campaign that nobody sees yet, blank or with the draft of another. Gives its id, or `taken` where the address
 * is another's, or was. Who works on some campaigns alone works on it too. Throws a `Refusal` where the actor may not, or there is no such campaign to copy.
 */
export function createCampaign(ctx: Context, { slug, goal, from }: NewCampaign): Promise<{ id: string } | 'taken'> {
  assertAllowed(ctx, 'campaigns.create')
  return inTransaction(ctx, async (inner) => {
    const source = from ? await sourceOf(inner, from) : { id: null, content: blankContent(), note: '' }
    if (await slugIsTaken(inner, slug)) return 'taken'
    const [made] = await inner.db
      .insert(campaigns)
      .values({ slug, goal, copiedFrom: source.id, createdAt: inner.now() })
      .returning({ id: campaigns.id })
    if (!made) throw new Error('A campaign that was just made is not there.')
    await inner.db.insert(campaignVersions).values({
      campaignId: made.id,
      number: 1,
      content: source.content,
      note: source.note,
      createdBy: actorName(inner),
      createdAt: inner.now(),
    })
    await keepOwn(inner, made.id)
    const subject = { kind: 'campaign', id: made.id }
    await recordAudit(inner, { verb: 'campaign.create', subject, after: { slug, goal, from: from || null } })
    return made
  })
}

async function sourceOf(ctx: Context, campaignId: string) {
  const latest = await latestVersion(ctx, campaignId)
  if (!latest) throw new Refusal('not-found', 'There is no such campaign to copy.')
  const title = textOf(fieldsOf(latest.content).title) || 'a campaign without a title'
  return { id: latest.id, content: latest.content, note: `Copied from “${title}”, version ${latest.number}` }
}
