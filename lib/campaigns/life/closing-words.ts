import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { lockCampaign } from '@/lib/campaigns/save-draft'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'

const MOST = 2000

/** What staff say on a closed campaign's page: plain paragraphs with an empty line between them; empty for nothing. */
export const closingWords = z
  .string()
  .max(10 * MOST, { error: `At most ${MOST} characters` })
  .transform((typed) =>
    typed
      .replace(/\r\n?/g, '\n')
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
      .join('\n\n'),
  )
  .refine((words) => words.length <= MOST, { error: `At most ${MOST} characters` })

/** Sets what a campaign's page says once it is closed. Throws a `Refusal` where the actor may not, or there is no such campaign. */
export function setClosingWords(ctx: Context, campaignId: string, words: string): Promise<void> {
  assertAllowed(ctx, 'campaigns.set', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { row } = await lockCampaign(inner, campaignId)
    const after = { closingWords: words || null }
    await inner.db.update(campaigns).set(after).where(eq(campaigns.id, campaignId))
    await recordAudit(inner, {
      verb: 'campaign.closing-words',
      subject: { kind: 'campaign', id: campaignId },
      before: { closingWords: row.closingWords },
      after,
    })
    await tellChanged(inner)
  })
}
