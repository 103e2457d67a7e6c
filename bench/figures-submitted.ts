import { desc } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { allSeats } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { submitLetter } from '@/lib/letters/submit'
import { anyWording } from '@/lib/writing/wordings/any-wording'

/** So many letters, submitted as the check page does it by as many people all over the country; their ids. */
export async function submitted(ctx: Context, campaign: LiveCampaign, count: number): Promise<string[]> {
  const seats = await allSeats(ctx)
  for (let one = 0; one < count; one++) {
    await submitLetter(ctx, {
      campaign,
      submissionId: crypto.randomUUID(),
      constituencyCode: seats[one % seats.length]?.code ?? '',
      postcode: 'SW1A 0AA',
      placing: { kind: 'unknown', others: [] },
      asks: campaign.content.asks.map(({ id }) => id),
      wording: anyWording(campaign.content, one),
      answered: [],
      givenId: '',
      group: null,
      words: { subject: 'The people of Artsakh', body: `My own grandmother fled in ${one}.` },
      details: {
        name: `Anna ${one}`,
        email: `anna.${one}@example.org`,
        address1: '7 Quince Row',
        address2: '',
        abroad: '',
        phone: '',
        town: 'London',
        updates: one % 3 === 0,
      },
    })
  }
  const newest = await ctx.db.select({ id: letters.id }).from(letters).orderBy(desc(letters.createdAt)).limit(count)
  return newest.map(({ id }) => id)
}
