import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { campaigns } from '@/db/schema/index'
import { databaseUrl, testDatabase } from '@/db/testing'
import { findCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { firstCampaign } from '@/lib/content/first-campaign'
import { publishFirstCampaign } from '@/lib/content/first-campaign/publish-first-campaign'
import { inTransaction } from '@/lib/kernel/context'
import { testContext } from '@/lib/mailer/testing/context'
import { keepInStep, look } from '@/lib/settings/listen-for-changes'

const SLUG = firstCampaign.slug
const NOON = new Date('2026-11-10T12:00:00Z')
const db = await testDatabase()
const ctx = testContext(db, NOON)
const other = postgres(await databaseUrl(db), { max: 1 })
let step: { stop(): void }

beforeAll(async () => {
  await publishFirstCampaign(ctx)
  step = await keepInStep()
})
afterAll(async () => {
  step.stop()
  await other.end()
})
beforeEach(() => ctx.setNow(NOON))

test('the live campaigns are asked for once, with their text', async () => {
  await findCampaign(ctx, SLUG)
  const asked = vi.spyOn(db, 'select')
  const found = await findCampaign(ctx, SLUG)
  expect(found?.content.title).toBe(firstCampaign.content.title)
  expect(await liveCampaigns(ctx)).toHaveLength(1)
  expect(await findCampaign(ctx, 'another')).toBeNull()
  // How long things are kept, which the text names, is a setting.
  expect(asked.mock.calls.every(([fields]) => Object.keys(fields ?? {}).join() === 'value')).toBe(true)
  asked.mockRestore()
})

test('a text is one until the periods that it promises change: what is read of its wordings is read once', async () => {
  const text = async () => (await findCampaign(ctx, SLUG))?.content
  const first = await text()
  expect(await text()).toBe(first)
  const since = NOON.toISOString()
  const shorter = [{ letterTextDays: 9, heldDays: 180, monthsAfterClose: 6, monthsAfterSigning: 12, since }]
  await other`insert into settings (name, value) values ('keeping', ${other.json(shorter)})`
  await vi.waitFor(async () => expect(JSON.stringify(await text())).toContain('9 days'))
  expect(await text()).toBe(await text())
  await other`delete from settings where name = 'keeping'`
  await vi.waitFor(async () => expect(await text()).toEqual(first))
})

test('a pause by another process is heard of', async () => {
  await other`update campaigns set paused_at = now(), paused_why = 'We mend it.' where slug = ${SLUG}`
  await vi.waitFor(async () => expect((await findCampaign(ctx, SLUG))?.pausedWhy).toBe('We mend it.'), {
    timeout: 120_000,
  })
  await other`update campaigns set paused_at = null, paused_why = null where slug = ${SLUG}`
  await vi.waitFor(async () => expect((await findCampaign(ctx, SLUG))?.pausedWhy).toBeNull(), { timeout: 120_000 })
})

test('when one opens and closes is judged by the time at which it is asked for', async () => {
  const [opens, closes] = [new Date('2026-11-12T00:00:00Z'), new Date('2026-11-20T00:00:00Z')]
  await other`update campaigns set opened_at = ${opens}, closed_at = ${closes} where slug = ${SLUG}`
  await look()
  const seen = async (at: string) => {
    ctx.setNow(new Date(at))
    return [await findCampaign(ctx, SLUG), ...(await liveCampaigns(ctx))].filter(Boolean).length
  }
  expect(await seen('2026-11-11T23:59:59.999Z')).toBe(0)
  expect(await seen('2026-11-12T00:00:00Z')).toBe(2)
  expect(await seen('2026-11-19T23:59:59.999Z')).toBe(2)
  // Its page stays, and says that it is over.
  expect(await seen('2026-11-20T00:00:00Z')).toBe(1)
})

test('a change that is rolled back is seen in its transaction alone, and leaves nothing in memory', async () => {
  ctx.setNow(new Date('2026-11-13T00:00:00Z'))
  const before = (await findCampaign(ctx, SLUG))?.goal
  const undone = new Error('undone')
  const changing = inTransaction(ctx, async (inner) => {
    await inner.db.update(campaigns).set({ goal: 7 }).where(eq(campaigns.slug, SLUG))
    expect((await findCampaign(inner, SLUG))?.goal).toBe(7)
    expect((await findCampaign(ctx, SLUG))?.goal).toBe(before)
    throw undone
  })
  await expect(changing).rejects.toBe(undone)
  expect((await findCampaign(ctx, SLUG))?.goal).toBe(before)
})
