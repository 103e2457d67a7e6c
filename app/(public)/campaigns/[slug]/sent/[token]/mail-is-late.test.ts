import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
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
  const html = await withExchange(newExchange({ clientAddress: '198.51.100.1' }), async () =>
    htmlOf(
      await SentPage({ params: Promise.resolve({ slug: campaign.slug, token }), searchParams: Promise.resolve({}) }),
    ),
  )
  expect(wordsIn(html)).toContain(says)
})
