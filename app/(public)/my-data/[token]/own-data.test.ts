import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { supporters } from '@/db/schema/index'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import OwnDataPage from './page'

let living: Awaited<ReturnType<typeof livingCampaign>>
beforeAll(async () => {
  living = await livingCampaign()
})

/** What one person's own link to their data shows them. */
async function ownData() {
  const { ctx, campaign } = living
  const { supporterId } = await confirmedLetter(ctx, campaign)
  const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
  ctx.setNow(new Date())
  const token = await makeLink(ctx, 'my-data', { emailHash: row?.emailHash ?? '' }, 1)
  return withExchange(newExchange({}), () => htmlOf(OwnDataPage({ params: Promise.resolve({ token }) })))
}

test('names the campaign as its page does', async () => {
  const { slug, content } = living.campaign
  const words = wordsIn(await ownData())
  expect(words).toContain(`Campaign ${content.title}`)
  expect(words).not.toContain(slug)
})
