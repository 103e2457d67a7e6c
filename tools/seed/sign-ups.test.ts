import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { campaigns, campaignVersions, letters, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { funnelOf } from '@/lib/figures/dashboard/funnel'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { rebuildFigures } from '@/lib/figures/roll-up/recount'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from './sign-ups'

const COUNT = 3000
let ctx: TestContext
let campaign: LiveCampaign
let welsh: LiveCampaign

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  const [row] = await ctx.db.insert(campaigns).values({ slug: 'libraries', goal: 1000 }).returning()
  const campaignId = row?.id ?? ''
  const [version] = await ctx.db
    .insert(campaignVersions)
    .values({ campaignId, number: 1, content: campaign.content, createdBy: 'test' })
    .returning()
  const content = { ...campaign.content, nations: ['Wales' as const] }
  welsh = { ...campaign, id: campaignId, slug: 'libraries', versionId: version?.id ?? '', content }
  await seedSignUps(ctx, { campaign, count: COUNT, days: 30 })
  await seedSignUps(ctx, { campaign: welsh, count: 200, days: 30 })
  await seedSignUps(ctx, { campaign: welsh, count: 200, days: 30 })
  await rollUp(ctx)
})

const scope = (campaignId: string) => ({ campaignId, from: '2026-10-01', to: '2026-11-10' })

test('a campaign can be seeded beside another, and again', async () => {
  expect(await ctx.db.$count(supporters)).toBe(COUNT + 400)
})

test('every step of the funnel is known, and none has more than the one before', async () => {
  for (const { id } of [campaign, welsh]) {
    const steps = funnelOf(await sumsOf(ctx, scope(id)), await replyFigures(ctx, scope(id)))
    for (const { step, count, whole } of steps) {
      expect(count, step).toBeGreaterThan(0)
      if (step !== 'viewed' && step !== 'asked') expect(whole, step).not.toBeNull()
    }
  }
})

test('letters come to every end, and are held for every reason that seats do not give', async () => {
  const states = await ctx.db.execute<{ state: string }>(
    sql`select distinct state from letters where campaign_id = ${campaign.id} order by 1`,
  )
  expect(states.map(({ state }) => state)).toEqual([
    'accepted',
    'bounced',
    'by-writer',
    'delivered',
    'failed',
    'held',
    'queued',
    'unconfirmed',
    'withdrawn',
  ])
  const reasons = await ctx.db.execute<{ reason: string }>(
    sql`select distinct held_reason as reason from letters where held_reason is not null order by 1`,
  )
  expect(reasons.map(({ reason }) => reason)).toEqual([
    'abuse',
    'blocked',
    'no-email',
    'returned',
    'staff',
    'unsettled',
    'vacant',
  ])
  const [told] = await ctx.db.execute<{ answers: number; steps: number; placings: number }>(sql`
    select (select count(distinct answer)::int from replies) as answers,
      (select count(distinct step)::int from step_counts) as steps, count(distinct "placing")::int as placings from letters`)
  expect(told).toEqual({ answers: 4, steps: 1, placings: 4 })
})

test('a campaign of one nation has its seats alone', async () => {
  const elsewhere = await ctx.db.execute(sql`
    select from letters join constituencies c on c.code = constituency_code
    where campaign_id = ${welsh.id} and nation <> 'Wales'`)
  expect(elsewhere).toHaveLength(0)
})

test('nothing of it is ahead of its time or due to be sent, and the figures are those of the rows', async () => {
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  expect(
    await ctx.db.$count(
      letters,
      sql`greatest(created_at, confirmed_at, accepted_at, ended_at, reply_asked_at) > ${now}
        or (state = 'queued' and due_at <= ${now})`,
    ),
  ).toBe(0)
  expect(await rebuildFigures(ctx)).toEqual([])
})
