import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { figures, letters } from '@/db/schema/index'
import { beginBatch } from '@/lib/delivery/ledger/begin-batch'
import { letterFigures } from '@/lib/figures/dashboard/letters'
import { rebuildFigures } from '@/lib/figures/roll-up/recount'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import { confirmedLetter, letterRow, onCampaign, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { actOnLetter, countForAction } from './act-on-letter'
import { beginAct } from './begin-bulk-act'
import { filterWhere, knowDomain, letterFilter } from './filter'

const MARK = { action: 'not-genuine' as const, reason: 'One sender' }
const BACK = { action: 'genuine' as const, reason: 'They wrote to us' }

/** Copies of a letter, of other supporters, from the same network. */
async function copies(ctx: TestContext, id: string, count: number): Promise<void> {
  await ctx.db.execute(sql`
    with people as (
      insert into supporters (campaign_id, submission_id, constituency_code, created_at, confirmed_at, household_place,
        erased_at, updates_wording, updates_wording_version)
      select s.campaign_id, gen_random_uuid(), s.constituency_code, s.created_at, s.confirmed_at, 1, s.created_at,
        s.updates_wording, s.updates_wording_version
      from supporters s join letters l on l.supporter_id = s.id, generate_series(1, ${count}::int) where l.id = ${id}
      returning id
    )
    insert into letters (campaign_id, version_id, supporter_id, constituency_code, state, asks, wording, own_share,
      text_sealed, created_at, confirmed_at, turn_at, network_hash)
    select campaign_id, version_id, people.id, constituency_code, state, asks, wording, own_share, text_sealed,
      created_at, confirmed_at, turn_at + row_number() over () * interval '1 hour', network_hash
    from letters, people where letters.id = ${id}`)
}

async function counted(ctx: TestContext): Promise<number> {
  await rollUp(ctx)
  const [row] = await ctx.db.select().from(figures).where(eq(figures.constituencyCode, WESTMINSTER))
  return row?.supporters ?? 0
}

test('two hundred fakes from one network leave every count and the queue in one act, and come back', () =>
  onCampaign(async (ctx, campaign) => {
    const staff = await memberContext(ctx, 'admin', 'admin@example.org')
    const honest = await confirmedLetter(ctx, campaign, { network: '198.51.100' })
    const fake = await confirmedLetter(ctx, campaign, { network: '203.0.113' })
    await copies(ctx, fake.id, 199)
    expect(await rebuildFigures(ctx)).toEqual([])
    expect(await counted(ctx)).toBe(201)
    const filter = letterFilter.parse({ network: fake.id })
    expect(await countForAction(staff, { filter }, 'not-genuine')).toBe(200)
    ctx.setNow(new Date(NOON.getTime() + HOUR))
    expect(await beginAct(staff, filter, MARK)).toEqual({ ended: true, changed: 200 })
    expect(await counted(ctx)).toBe(1)
    expect(await rebuildFigures(ctx)).toEqual([])
    const scope = { campaignId: campaign.id, from: '2026-11-01', to: '2026-11-30' }
    expect((await letterFigures(ctx, scope)).byState).toEqual([{ state: 'queued', letters: 1 }])
    expect(await letterRow(ctx, fake.id)).toMatchObject({ state: 'queued', notGenuineAt: ctx.now() })
    expect(await auditOf(ctx, 'letters.not-genuine')).toHaveLength(1)
    await beginBatch(ctx)
    expect(await letterRow(ctx, honest.id)).toMatchObject({ state: 'sending' })
    expect(await ctx.db.$count(letters, eq(letters.state, 'sending'))).toBe(1)
    const marked = letterFilter.parse({ notGenuine: '1' })
    expect(await beginAct(staff, marked, BACK)).toEqual({ ended: true, changed: 200 })
    expect(await counted(ctx)).toBe(201)
    expect(await rebuildFigures(ctx)).toEqual([])
    expect(await letterRow(ctx, fake.id)).toMatchObject({ state: 'queued', notGenuineAt: null })
  }))

test('one letter is marked by itself, whatever its state, and nothing else is done with it until it is back', () =>
  onCampaign(async (ctx, campaign) => {
    const staff = await memberContext(ctx, 'admin', 'admin@example.org')
    const { id } = await confirmedLetter(ctx, campaign)
    expect(await actOnLetter(staff, id, MARK)).toBe(true)
    for (const action of ['hold', 'fail', 'not-genuine'] as const) {
      expect(await actOnLetter(staff, id, { action, reason: 'No' })).toBe(false)
    }
    expect(await actOnLetter(staff, id, BACK)).toBe(true)
    expect(await actOnLetter(staff, id, { action: 'hold', reason: 'Now' })).toBe(true)
  }))

test('letters are found by the domain of their e-mail, by likeness and by the rule that held them', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign, { email: 'ann@mail.evil.example' })
    await ctx.db.update(letters).set({ ownLikeness: 0.8, reviewRule: 'burst' }).where(eq(letters.id, id))
    await confirmedLetter(ctx, campaign)
    const found = async (typed: object) => {
      const where = filterWhere(await knowDomain(ctx, letterFilter.parse(typed)))
      return (await ctx.db.select({ id: letters.id }).from(letters).where(where)).map((row) => row.id)
    }
    for (const typed of [{ domain: 'Evil.example' }, { alike: '80' }, { rule: 'burst' }]) {
      expect(await found(typed)).toEqual([id])
    }
    expect(await found({ domain: 'other.example' })).toEqual([])
    expect(await found({ alike: '81' })).toEqual([])
  }))

test('the letters to one MP take turns by network: who sends a hundred buries nobody', () =>
  onCampaign(async (ctx, campaign) => {
    const sender = await confirmedLetter(ctx, campaign, { network: '203.0.113' })
    await copies(ctx, sender.id, 99)
    ctx.setNow(new Date(NOON.getTime() + 60_000))
    const more = await confirmedLetter(ctx, campaign, { network: '203.0.113' })
    const own = [await confirmedLetter(ctx, campaign, { network: '198.51.100' }), await confirmedLetter(ctx, campaign)]
    const order = await ctx.db
      .select({ id: letters.id })
      .from(letters)
      .orderBy(sql`coalesce(${letters.turnAt}, ${letters.confirmedAt}), ${letters.id}`)
    const ids = order.map(({ id }) => id)
    expect(ids[0]).toBe(sender.id)
    expect(ids.slice(1, 3).sort()).toEqual(own.map(({ id }) => id).sort())
    expect(ids.at(-1)).toBe(more.id)
  }))
