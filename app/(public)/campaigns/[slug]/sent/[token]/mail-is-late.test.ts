import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { letters } from '@/db/schema/index'
import { livingCampaign, writtenLetter } from '@/lib/letters/testing'
import { forgetLateness } from '@/lib/messages/to-writer/confirmations-late'
import SentPage from './page'

beforeEach(forgetLateness)

test.each([
  ['none is late', '0 minutes', 'It can take a minute or two; look in your spam'],
  ['one is a little late', '2 minutes 50 seconds', 'It can take a minute or two; look in your spam'],
  [
    'they wait for their turn',
    '7 minutes 10 seconds',
    'E-mails wait for their turn just now: it can take 7 minutes or more. Your letter is stored, and you can close this page. If it has not come by then, look in your spam',
  ],
  ['those that are still to go are not late', '-2 hours', 'It can take a minute or two; look in your spam'],
])('while %s, the page says how long the e-mail may take', async (_, waited, says) => {
  const { ctx, campaign } = await livingCampaign()
  ctx.setNow(new Date())
  const { token } = await writtenLetter(ctx, campaign)
  await ctx.db.execute(sql`update graphile_worker._private_jobs set run_at = now() - ${waited}::interval`)
  expect(await sentPage(campaign.slug, token)).toContain(says)
})

test('while the mail service takes nothing, the page says that e-mails do not go out, until one has gone', async () => {
  const { ctx, campaign } = await livingCampaign()
  ctx.setNow(new Date())
  const { token } = await writtenLetter(ctx, campaign)
  await ctx.db.execute(sql`
    update graphile_worker._private_jobs set attempts = 6, last_error = 'The service does not answer.',
      created_at = now() - interval '12 minutes 20 seconds', run_at = now() + interval '5 minutes'`)
  const down =
    'Our e-mails with a link have not been going out for 12 minutes: yours goes by itself as soon as they do. Your letter is stored, and you can close this page. If it has not come by tomorrow, look in your spam'
  expect(await sentPage(campaign.slug, token)).toContain(down)
  const later = await writtenLetter(ctx, campaign, { email: 'later@example.org' })
  await ctx.db.update(letters).set({ mailedAt: new Date() }).where(eq(letters.id, later.id))
  forgetLateness()
  expect(await sentPage(campaign.slug, token)).toContain('It can take a minute or two; look in your spam')
})

/** What the page says to whoever has just written. */
async function sentPage(slug: string, token: string): Promise<string> {
  const html = await withExchange(newExchange({ clientAddress: '198.51.100.1' }), async () =>
    htmlOf(await SentPage({ params: Promise.resolve({ slug, token }), searchParams: Promise.resolve({}) })),
  )
  return wordsIn(html)
}
