import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { LetterState } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { NOON } from '@/lib/kernel/testing/noon'
import { statementsOf } from '@/lib/kernel/testing/statements'
import { HOUR } from '@/lib/kernel/time/durations'
import { HELD_BY_TEAM } from '@/lib/letters/held-for-person'
import { confirmedLetter, letterRow, onCampaign, queued, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { beginAct } from './begin-bulk-act'
import { carryOn, carryOnOnce } from './carry-on-bulk-acts'
import { letterFilter } from './filter'
import { cancelAct, openActs } from './open-bulk-acts'

const everything = letterFilter.parse({ state: null, mp: null, day: null, complained: null })
const hold = { action: 'hold' as const, reason: 'The office asked' }
const release = { action: 'release' as const, reason: 'Looked at' }

/** As many letters as wanted that wait, of people who are erased already: made in one statement from one of them. */
async function many(ctx: TestContext, campaign: LiveCampaign, count: number): Promise<void> {
  const { id, supporterId } = await confirmedLetter(ctx, campaign)
  await ctx.db.execute(sql`
    with people as (
      insert into supporters (campaign_id, submission_id, constituency_code, created_at, confirmed_at, household_place,
        erased_at, updates_wording, updates_wording_version)
      select campaign_id, gen_random_uuid(), constituency_code, created_at, confirmed_at, 1, created_at,
        updates_wording, updates_wording_version
      from supporters, generate_series(2, ${count}::int) where supporters.id = ${supporterId}
      returning id
    )
    insert into letters (campaign_id, version_id, supporter_id, constituency_code, state, asks, wording, own_share,
      text_sealed, created_at, confirmed_at)
    select campaign_id, version_id, people.id, constituency_code, state, asks, wording, own_share, text_sealed,
      created_at, confirmed_at
    from letters, people where letters.id = ${id}`)
}

const inState = async ({ db }: TestContext, state: LetterState) =>
  (await db.execute<{ n: number }>(sql`select count(*)::int as n from letters where state = ${state}`))[0]?.n
const jobs = async ({ db }: TestContext, kind: string) =>
  (
    await db.execute<{ n: number }>(sql`
      select count(*)::int as n from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = ${kind}`)
  )[0]?.n

describe('an act on many letters', () => {
  test('goes on in batches, from where it was when its worker fell, and stands in the audit once', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await memberContext(ctx, 'admin')
      await many(ctx, campaign, 1203)
      expect(await beginAct(staff, everything, hold)).toEqual({ ended: false })
      expect(await openActs(staff)).toMatchObject([{ action: 'hold', total: 1203, changed: 500, cancelledAt: null }])
      expect(await inState(ctx, 'held')).toBe(500)
      expect(await auditOf(ctx, 'letters.hold')).toEqual([])
      expect(await jobs(ctx, 'act-on-letters')).toBe(1)
      expect(await carryOnOnce(ctx)).toBe(true)
      expect(await openActs(staff)).toMatchObject([{ changed: 1000 }])
      await carryOn(ctx)
      expect(await openActs(staff)).toEqual([])
      expect(await inState(ctx, 'held')).toBe(1203)
      expect(await jobs(ctx, 'tell-held')).toBe(1203)
      expect(await auditOf(ctx, 'letters.hold')).toMatchObject([{ actorKind: 'staff', after: { changed: 1203 } }])
      const [notes] = await ctx.db.execute<{ n: number }>(
        sql`select count(*)::int as n from letter_events where reason = ${HELD_BY_TEAM} and note = 'The office asked'`,
      )
      expect(notes?.n).toBe(1203)
    }))

  test('leaves what came after it was pressed, and what has moved meanwhile', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await memberContext(ctx, 'admin')
      const unconfirmed = await writtenLetter(ctx, campaign)
      await many(ctx, campaign, 501)
      await beginAct(staff, everything, hold)
      const before = await queued(ctx, 'tell-held', '')
      ctx.setNow(new Date(NOON.getTime() + HOUR))
      const late = await confirmedLetter(ctx, campaign)
      await ctx.db.execute(sql`update letters set state = 'queued', confirmed_at = ${ctx.now().toISOString()}::timestamptz
        where id = ${unconfirmed.id}`)
      await ctx.db.execute(
        sql`update letters set state = 'sending' where state = 'queued' and id not in (${late.id}, ${unconfirmed.id})`,
      )
      await ctx.db.execute(sql`update letters set state = 'accepted' where state = 'sending'`)
      await carryOn(ctx)
      for (const { id } of [late, unconfirmed]) expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued' })
      expect(await queued(ctx, 'tell-held', '')).toHaveLength(before.length)
      expect(await auditOf(ctx, 'letters.hold')).toMatchObject([{ after: { changed: 500 } }])
    }))

  test('waits for the one that was begun before, and finds what that has left', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await memberContext(ctx, 'admin')
      await many(ctx, campaign, 1001)
      await beginAct(staff, everything, hold)
      ctx.setNow(new Date(NOON.getTime() + 1000))
      expect(await beginAct(staff, everything, release)).toEqual({ ended: false })
      expect(await inState(ctx, 'held')).toBe(500)
      await carryOn(ctx)
      expect(await inState(ctx, 'queued')).toBe(1001)
      expect(await auditOf(ctx, 'letters.hold')).toMatchObject([{ after: { changed: 1001 } }])
      expect(await auditOf(ctx, 'letters.release')).toMatchObject([{ after: { changed: 1001 } }])
    }))

  test('is stopped where it is, and the audit says how far it came', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await memberContext(ctx, 'admin')
      await many(ctx, campaign, 1001)
      await beginAct(staff, everything, hold)
      const [act] = await openActs(staff)
      expect(await cancelAct(staff, act?.id ?? '')).toBe(true)
      expect(await cancelAct(staff, act?.id ?? '')).toBe(false)
      await carryOn(ctx)
      expect(await openActs(staff)).toEqual([])
      expect(await inState(ctx, 'held')).toBe(500)
      expect(await auditOf(ctx, 'letters.hold')).toMatchObject([{ after: { changed: 500, cancelled: true } }])
    }))

  test('asks the database as often for a batch of 500 as for one of five', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await memberContext(ctx, 'admin')
      await many(ctx, campaign, 1010)
      await beginAct(staff, everything, hold)
      const statements = async (batch: number) =>
        (await statementsOf(ctx, (counting) => carryOnOnce(counting, undefined, batch))).length
      const few = await statements(5)
      expect(await statements(500)).toBe(few)
      expect(few).toBeLessThanOrEqual(8)
    }))
})
