import { sql } from 'drizzle-orm'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { submitLetter } from '@/lib/letters/submit'
import { anyWording } from '@/lib/writing/wordings/any-wording'

/** Submits a letter to a seat as its `index`th writer; gives its id. It is not confirmed yet. */
export async function writtenLetter(
  ctx: Context,
  campaign: LiveCampaign,
  constituencyCode: string,
  index: number,
): Promise<string> {
  const submissionId = crypto.randomUUID()
  await submitLetter(ctx, {
    campaign,
    submissionId,
    constituencyCode,
    postcode: 'SW1A 0AA',
    placing: { kind: 'unknown', others: [] },
    asks: campaign.content.asks.map(({ id }) => id),
    wording: anyWording(campaign.content, index),
    answered: [],
    givenId: '',
    group: null,
    words: {
      subject: 'The people of Artsakh',
      body: `I write to you as number ${index}.\n\n${'Please help. '.repeat(80)}`,
    },
    details: {
      name: `Writer ${index}`,
      email: `writer${index}@example.org`,
      address1: '7 Quince Row',
      address2: '',
      abroad: '',
      phone: '',
      town: 'London',
      updates: false,
    },
  })
  const [row] = await ctx.db.execute<{ id: string }>(sql`
    select letters.id from letters join supporters on supporters.id = letters.supporter_id
    where supporters.submission_id = ${submissionId}`)
  if (!row) throw new Error('The letter was not stored.')
  return row.id
}
