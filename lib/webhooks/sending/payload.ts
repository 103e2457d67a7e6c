import { and, eq } from 'drizzle-orm'
import { campaigns, constituencies, supporters, type webhookDeliveries } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { mayBeWrittenTo } from '@/lib/supporters/may-be-written-to'
import { openPerson } from '@/lib/supporters/open-person'

/** What is posted, and what of it is a person's. */
export type Body = { text: string; personal: string[] }
type Delivery = Pick<typeof webhookDeliveries.$inferSelect, 'event' | 'reason' | 'supporterId' | 'at'>

/**
 * Makes the body of a delivery from the rows as they stand now. `null` where there is nothing to say any more: whoever
 * has left or was erased meanwhile is not passed on, and nor is a trial.
 */
export async function bodyOf(ctx: Context, { event, reason, supporterId, at }: Delivery): Promise<Body | null> {
  const body = (data: object, personal: string[] = []) => ({
    text: JSON.stringify({ type: event, timestamp: at.toISOString(), data }),
    personal,
  })
  if (event === 'webhook.test') return body({ message: 'A test of this webhook: it names nobody.' })
  if (event === 'supporter.left') return body({ id: supporterId, reason })
  const found = supporterId ? await optedIn(ctx, supporterId) : null
  return found && body(found.data, found.personal)
}

async function optedIn({ db }: Context, supporterId: string): Promise<{ data: object; personal: string[] } | null> {
  const [row] = await db
    .select({
      supporter: supporters,
      campaign: campaigns.slug,
      constituency: { code: constituencies.code, name: constituencies.name },
    })
    .from(supporters)
    .innerJoin(campaigns, eq(campaigns.id, supporters.campaignId))
    .innerJoin(constituencies, eq(constituencies.code, supporters.constituencyCode))
    .where(and(eq(supporters.id, supporterId), mayBeWrittenTo))
  if (!row) return null
  const { supporter, campaign, constituency } = row
  const person = openPerson(supporter)
  if (!person || !supporter.updatesAskedAt || !supporter.confirmedAt) return null
  return {
    data: {
      id: supporter.id,
      ...person,
      constituency,
      campaign,
      consent: {
        wording: supporter.updatesWording,
        version: supporter.updatesWordingVersion,
        kind: supporter.updatesKind ?? 'box',
        basis: supporter.updatesBasis ?? 'consent',
        at: supporter.updatesAskedAt.toISOString(),
      },
      confirmedAt: supporter.confirmedAt.toISOString(),
    },
    personal: Object.values(person),
  }
}
