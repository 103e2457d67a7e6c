import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { letters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { beginBatch } from '@/lib/delivery/ledger/begin-batch'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import { confirmedLetter, onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'

vi.hoisted(() => {
  process.env.SEND_HOURS = '07:00-20:00'
  process.env.SEND_PER_MP_HOUR = '6'
})

/** Letters to one MP, one a second, each of a mail domain of its own. */
async function confirmed(ctx: TestContext, campaign: LiveCampaign, many: number, networkOf: (n: number) => string) {
  const ids: string[] = []
  for (let n = 0; n < many; n++) {
    const network = networkOf(n)
    ids.push((await confirmedLetter(ctx, campaign, { network, email: `x@of${n}-${network}.example` })).id)
    ctx.setNow(new Date(ctx.now().getTime() + 1000))
  }
  return ids
}

/** Claims until nothing more is due, and gives what is being sent since. */
async function claimedNow(ctx: TestContext): Promise<string[]> {
  const sending = async () =>
    (await ctx.db.select({ id: letters.id }).from(letters).where(eq(letters.state, 'sending'))).map(({ id }) => id)
  const before = new Set(await sending())
  while ((await beginBatch(ctx)).batchId !== null) {}
  return (await sending()).filter((id) => !before.has(id))
}

test('who has six hours’ letters to one MP waiting lets those of others go within the next hour', () =>
  onCampaign(async (ctx, campaign) => {
    const own = await confirmed(ctx, campaign, 36, () => '203.0.113')
    expect(await claimedNow(ctx)).toEqual(expect.arrayContaining(own.slice(0, 6)))
    const others = await confirmed(ctx, campaign, 5, (n) => `198.51.${n}`)
    expect(await claimedNow(ctx)).toEqual([])
    ctx.setNow(new Date(NOON.getTime() + HOUR + 60_000))
    const next = await claimedNow(ctx)
    expect(next).toHaveLength(6)
    expect(next).toEqual(expect.arrayContaining(others))
    expect(next).toContain(own[6])
  }))
