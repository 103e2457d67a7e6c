import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { figureEvents, figureHours, letters } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import { inTransaction } from '@/lib/kernel/context'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { moveLetter } from '@/lib/letters/move'
import { recordReply } from '@/lib/letters/record-reply'
import { confirmedLetter, livingCampaign, onCampaign, writtenLetter } from '@/lib/letters/testing'
import { eraseByEmail } from '@/lib/privacy/erase'
import { purge } from '@/lib/privacy/purge'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { publicFigures } from './public/public-figures'
import { rebuildFigures } from './roll-up/recount'
import { recountNightly } from './roll-up/recount-nightly'
import { rollUp } from './roll-up/roll-up'
import { figureSums } from './testing'

const BATH = 'E14001080'

test('each step of a letter’s life is counted in its own hour, once', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, supporterId } = await confirmedLetter(ctx, campaign, { updates: true })
    ctx.setNow(new Date(NOON.getTime() + 2 * HOUR))
    await deliverLetter(ctx, id)
    await recordReply(ctx, id, 'acknowledgement')
    await recordReply(ctx, id, 'real-answer')
    await unsubscribe(ctx, supporterId)
    await rollUp(ctx)
    await rollUp(ctx)
    const hours = await ctx.db.select().from(figureHours).orderBy(figureHours.hour)
    expect(hours).toMatchObject([
      { hour: NOON, submitted: 1, confirmed: 1, optedIn: 1, accepted: 0, lasting: false },
      { hour: new Date(NOON.getTime() + 2 * HOUR), accepted: 1, unsubscribed: 1, realAnswer: 1, acknowledgement: 0 },
    ])
    expect(await rebuildFigures(ctx)).toEqual([])
  }))

test('withdrawal and erasure lower the counts; erasing on schedule does not', () =>
  onCampaign(async (ctx, campaign) => {
    const kept = await confirmedLetter(ctx, campaign)
    const gone = await confirmedLetter(ctx, campaign, { constituencyCode: BATH, updates: true })
    await writtenLetter(ctx, campaign)
    for (const { id } of [kept, gone]) {
      await deliverLetter(ctx, id)
      await recordReply(ctx, id, 'no')
    }
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ submitted: 3, confirmed: 2, accepted: 2, opted_in: 1, no_answer: 2 })
    await eraseByEmail(ctx, gone.email)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ submitted: 2, confirmed: 1, accepted: 1, no_answer: 1 })
    expect(await publicFigures(ctx, campaign)).toMatchObject({ supporters: 1, letters: 1, constituencies: 1 })
    ctx.setNow(new Date(NOON.getTime() + 400 * DAY))
    expect(await purge(ctx)).toMatchObject({ unconfirmed: 1, supporters: 1 })
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ submitted: 2, confirmed: 1, accepted: 1, no_answer: 1 })
    expect(await rebuildFigures(ctx)).toEqual([])
    expect(await figureSums(ctx)).toEqual({ submitted: 2, confirmed: 1, accepted: 1, no_answer: 1 })
  }))

test('a letter that was only tried, to an address of our own, counts for nothing', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    await rollUp(ctx)
    await ctx.db.update(letters).set({ reflectedAt: ctx.now() }).where(eq(letters.id, id))
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({})
    expect(await rebuildFigures(ctx)).toEqual([])
  }))

test('what a transaction did that ended late is counted when it ends, and not twice', async () => {
  const { ctx, campaign } = await livingCampaign()
  // With the first of all letters the installation’s key and the kinds of jobs are made, for which others wait.
  await confirmedLetter(ctx, campaign)
  await rollUp(ctx)
  await inTransaction(ctx, async (slow) => {
    await confirmedLetter({ ...ctx, db: slow.db }, campaign)
    // Begun later, ended earlier, and rolled up with the first still open.
    await confirmedLetter(ctx, campaign, { constituencyCode: BATH })
    await rollUp(ctx)
    expect(await figureSums(ctx)).toMatchObject({ confirmed: 2 })
  })
  await rollUp(ctx)
  expect(await figureSums(ctx)).toMatchObject({ confirmed: 3 })
  await rollUp(ctx)
  expect(await figureSums(ctx)).toMatchObject({ confirmed: 3 })
  expect(await rebuildFigures(ctx)).toEqual([])
})

test('a transaction that rolls up what it did itself counts it once, whatever others do meanwhile', async () => {
  const { ctx, campaign } = await livingCampaign()
  await rollUp(ctx)
  const before = (await figureSums(ctx)).confirmed ?? 0
  await inTransaction(ctx, async (inner) => {
    const own = { ...ctx, db: inner.db }
    await confirmedLetter(own, campaign)
    // Ends first, with a later number: the snapshot of the roll-up then lies beyond the number of its own transaction.
    await confirmedLetter(ctx, campaign)
    await rollUp(own)
    expect((await figureSums(own)).confirmed).toBe(before + 2)
    await confirmedLetter(own, campaign)
    await rollUp(own)
    expect((await figureSums(own)).confirmed).toBe(before + 3)
  })
  await rollUp(ctx)
  expect((await figureSums(ctx)).confirmed).toBe(before + 3)
  expect(await rebuildFigures(ctx)).toEqual([])
})

test('confirming does not wait for a roll-up under way, nor a roll-up for who confirms', async () => {
  const { ctx, campaign } = await livingCampaign()
  const before = (await figureSums(ctx)).confirmed ?? 0
  await inTransaction(ctx, async (inner) => {
    expect(await rollUp(inner)).toBe(true)
    await confirmedLetter(ctx, campaign)
  })
  await rollUp(ctx)
  expect((await figureSums(ctx)).confirmed).toBe(before + 1)
})

test('a recount sees rows and record at one moment: what is not rolled up yet is no difference', async () => {
  const { ctx, campaign } = await livingCampaign()
  await rollUp(ctx)
  await confirmedLetter(ctx, campaign)
  expect(await rebuildFigures(ctx)).toEqual([])
  const counted = await figureSums(ctx)
  await rollUp(ctx)
  expect(await figureSums(ctx)).toEqual(counted)
})

test('a database that was copied to another server, where transactions begin anew, is counted from its rows', async () => {
  const { ctx, campaign } = await livingCampaign()
  await rollUp(ctx)
  await ctx.db.execute(sql`update figure_state set seen = '900000000:900000000:'::pg_snapshot`)
  const before = await figureSums(ctx)
  await confirmedLetter(ctx, campaign)
  await rollUp(ctx)
  expect(await figureSums(ctx)).toEqual({
    ...before,
    confirmed: (before.confirmed ?? 0) + 1,
    submitted: (before.submitted ?? 0) + 1,
  })
})

test('the record is never changed', () =>
  onCampaign(async (ctx, campaign) => {
    await writtenLetter(ctx, campaign)
    await expect(ctx.db.transaction((tx) => tx.update(figureEvents).set({ amount: 7 }))).rejects.toMatchObject({
      cause: { message: 'figure_events rows are never changed or deleted' },
    })
  }))

test('whatever letters go through, the figures are what the rows say', () =>
  onCampaign(async (ctx, campaign) => {
    const random = chances(7)
    const live: { id: string; supporterId: string; email: string }[] = []
    for (let step = 0; step < 150; step++) {
      ctx.setNow(new Date(ctx.now().getTime() + random() * 3 * HOUR))
      const one = live[Math.floor(random() * live.length)]
      const act = Math.floor(random() * 9)
      if (!one || act === 0)
        live.push(await writtenLetter(ctx, campaign, random() < 0.5 ? {} : { constituencyCode: BATH, updates: true }))
      else if (act <= 2) live.push(await confirmedLetter(ctx, campaign))
      else if (act === 3) await deliverLetter(ctx, one.id)
      else if (act === 4)
        await moveLetter(ctx, one.id, { from: ['accepted'], to: 'delivered', set: { endedAt: ctx.now() } })
      else if (act === 5)
        await moveLetter(ctx, one.id, { from: ['accepted', 'delivered'], to: 'bounced', set: { endedAt: ctx.now() } })
      else if (act === 6) await recordReply(ctx, one.id, random() < 0.5 ? 'real-answer' : 'no')
      else if (act === 7) await unsubscribe(ctx, one.supporterId)
      else await eraseByEmail(ctx, one.email)
      if (step % 10 === 0) await rollUp(ctx)
    }
    await rollUp(ctx)
    expect(await rebuildFigures(ctx)).toEqual([])
    expect((await figureSums(ctx)).confirmed).toBeGreaterThan(10)
  }))

/** A row of numbers from 0 up to 1, the same each time. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return state / 0x1_0000_0000
  }
}

test('what was rolled up more than five weeks ago leaves the record at night, and the figures stay', async () => {
  const { ctx, campaign } = await livingCampaign()
  await confirmedLetter(ctx, campaign)
  await rollUp(ctx)
  const before = await figureSums(ctx)
  expect(await ctx.db.$count(figureEvents)).toBeGreaterThan(0)
  ctx.setNow(new Date(Date.now() + 30 * DAY))
  await recountNightly(ctx)
  expect(await ctx.db.$count(figureEvents)).toBeGreaterThan(0)
  ctx.setNow(new Date(Date.now() + 36 * DAY))
  // A transaction that is open on the same server, as another test's, keeps the record until it ends.
  const isEmpty = async () => {
    await recountNightly(ctx)
    expect(await ctx.db.$count(figureEvents)).toBe(0)
  }
  await vi.waitFor(isEmpty, { timeout: 120_000, interval: 200 })
  expect(await figureSums(ctx)).toEqual(before)
})
