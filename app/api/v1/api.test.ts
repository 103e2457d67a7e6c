import { parse } from 'csv-parse/sync'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { type ApiScope, apiKeys, campaigns, rateLimits } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { DAY } from '@/lib/kernel/time/durations'
import { livingCampaign } from '@/lib/letters/testing'
import { limitsSetting } from '@/lib/limits/current-limits'
import type { TestContext } from '@/lib/mailer/testing/context'
import { createApiKey } from '@/lib/staff/api-keys/create'
import { revokeApiKey } from '@/lib/staff/api-keys/revoke'
import { setSwitch } from '@/lib/staff/set-switch'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { GET as figuresOf } from './campaigns/[slug]/figures/route'
import { GET as campaignsOf } from './campaigns/route'

const SPAN = 'from=2026-10-20&to=2026-11-03'
let ctx: TestContext
let campaign: LiveCampaign
let key = ''

beforeAll(async () => {
  ;({ ctx, campaign } = await livingCampaign())
  await seedSignUps(ctx, { campaign, count: 400, days: 30, from: 0 })
  await rollUp(ctx)
})
beforeEach(async () => {
  await ctx.db.delete(apiKeys)
  await ctx.db.delete(settings).where(eq(settings.name, limitsSetting.name))
  await ctx.db.delete(rateLimits)
  key = await newKey()
})

describe('figures for a key', () => {
  test('are those of its campaign by day, unless it asks otherwise', async () => {
    const answer = await figures(SPAN)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      campaign: campaign.slug,
      from: '2026-10-20',
      to: '2026-11-03',
      by: 'day',
      totals: { supporters: expect.any(Number) },
      rows: Array.from({ length: 15 }, (_, i) => ({ day: dayAfter('2026-10-20', i), supporters: expect.any(Number) })),
    })
    const bySeat = await (await figures(`${SPAN}&by=constituency`)).json()
    expect(bySeat.rows).toHaveLength(650)
    const byHost = await (await figures(`${SPAN}&by=source&kind=referrer`)).json()
    expect(byHost).toMatchObject({ by: 'source', kind: 'referrer' })
    expect((await (await figures(`${SPAN}&by=hour`)).json()).rows).toHaveLength(15 * 24)
  })

  test('come as CSV to a program that asks for it, as JSON to one that takes anything, and in no other form', async () => {
    const csv = await figures(SPAN, { accept: 'text/csv' })
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(parse(await csv.text(), { columns: true })).toHaveLength(15)
    for (const accept of ['*/*', 'application/json', 'text/csv;q=0.5, application/json', 'text/*;q=0.1, */*'])
      expect((await figures(SPAN, { accept })).headers.get('content-type')).toBe('application/json')
    expect((await figures(SPAN, { accept: 'image/png' })).status).toBe(406)
  })

  test('are kept by no cache, differ by key and form, and are open to no page of another origin', async () => {
    for (const answer of [await figures(SPAN), await listed(), await figures('from=x'), await listed('')]) {
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('vary')).toBe('Authorization, Accept')
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test.each([
    ['from=2026-11-10&to=2026-11-01', '"from" (2026-11-10) is after "to" (2026-11-01).'],
    ['from=2001-01-01&to=2026-11-01', 'A span has 1098 days at most, not 9436.'],
    ['from=yesterday', 'Give "from" as year, month and day, such as 2026-11-24.'],
    ['by=week', '"by" can be day, hour, constituency, party, nation, region, source, step, state, ask, question.'],
  ])('are refused for %s', async (query, message) => {
    const answer = await figures(query)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ error: { code: 'not_understood', message } })
  })

  test('are not of a campaign that there is not, or that was never published', async () => {
    expect((await figures(SPAN, {}, 'no-such-campaign')).status).toBe(404)
    await ctx.db.insert(campaigns).values({ slug: 'a-draft', goal: 100 })
    expect((await figures(SPAN, {}, 'a-draft')).status).toBe(404)
    expect((await (await listed()).json()).campaigns.map(({ slug }: { slug: string }) => slug)).toEqual([campaign.slug])
  })

  test('are refused while the dashboard is switched off', async () => {
    await setSwitch(ctx, { name: 'dashboard', on: false })
    expect((await figures(SPAN)).status).toBe(503)
    await setSwitch(ctx, { name: 'dashboard', on: true })
    expect((await figures(SPAN)).status).toBe(200)
  })
})

describe('the campaigns', () => {
  test('come with their totals, as JSON and as CSV', async () => {
    const [sums] = await ctx.db.execute<{ supporters: number; letters: number }>(
      sql`select sum(supporters)::int as supporters, sum(letters)::int as letters from figures`,
    )
    const { campaigns: shown } = await (await listed()).json()
    expect(shown).toEqual([{ slug: campaign.slug, openedAt: expect.any(String), closedAt: null, ...sums }])
    const csv = await (await listed(key, { accept: 'text/csv' })).text()
    expect(parse(csv, { columns: true })).toMatchObject([
      { slug: campaign.slug, supporters: String(sums?.supporters), closed_at: '' },
    ])
  })

  test('are one alone for a key of one', async () => {
    const [other] = await ctx.db
      .insert(campaigns)
      .values({ slug: `other-${crypto.randomUUID().slice(0, 8)}`, goal: 1, publishedVersionId: campaign.versionId })
      .returning({ id: campaigns.id, slug: campaigns.slug })
    if (!other) throw new Error('The other campaign was not stored.')
    try {
      const ofOther = await newKey({ campaign: other })
      expect((await (await listed(ofOther)).json()).campaigns).toMatchObject([{ slug: other.slug, supporters: 0 }])
      expect((await figures(SPAN, { authorization: `Bearer ${ofOther}` }, other.slug)).status).toBe(200)
      for (const slug of [campaign.slug, 'no-such-campaign']) {
        const answer = await figures(SPAN, { authorization: `Bearer ${ofOther}` }, slug)
        expect(answer.status).toBe(403)
        expect(await answer.json()).toEqual({
          error: { code: 'not_allowed', message: 'This key is of another campaign.' },
        })
      }
    } finally {
      await ctx.db.delete(apiKeys).where(eq(apiKeys.campaignId, other.id))
      await ctx.db.delete(campaigns).where(eq(campaigns.id, other.id))
    }
  })
})

describe('a key that does not work', () => {
  const refused = async (authorization: string | null, message: RegExp) => {
    const answer = await figures(SPAN, { authorization })
    expect(answer.status).toBe(401)
    expect((await answer.json()).error).toMatchObject({ code: 'unauthorised', message: expect.stringMatching(message) })
    return answer.headers.get('www-authenticate')
  }

  test('is asked for where there is none', async () => {
    for (const none of [null, '', 'Bearer', 'Bearer ', 'Basic YTpi', key, `Bearer ${key} and more`])
      expect(await refused(none, /Send a key/)).toBe('Bearer realm="figures"')
  })

  test('in the wrong case, cut short or made longer is no key', async () => {
    for (const wrong of [key.toUpperCase(), key.slice(0, -1), `${key}0`, `Bearer_${key}`, 'x'.repeat(5000)])
      expect(await refused(`Bearer ${wrong}`, /no key/)).toBe('Bearer realm="figures", error="invalid_token"')
  })

  test('that is unknown, expired or revoked is told apart', async () => {
    const [made] = await ctx.db.select({ id: apiKeys.id }).from(apiKeys)
    await revokeApiKey(ctx, made?.id ?? '')
    await refused(`Bearer ${key}`, /revoked/)
    await ctx.db.delete(apiKeys)
    await refused(`Bearer ${key}`, /no such key/)
    const old = await newKey({ lastDay: '2026-11-01' })
    await refused(`Bearer ${old}`, /expired/)
  })

  test('may do nothing that it was not made for', async () => {
    // There is one scope so far: a key of a later version, whose database knows more, read by this one.
    await ctx.db.execute(sql`alter table ${apiKeys} drop constraint api_keys_scopes_known`)
    await ctx.db.update(apiKeys).set({ scopes: ['letters:read' as ApiScope] })
    const answer = await figures(SPAN)
    expect(answer.status).toBe(403)
    expect((await answer.json()).error.message).toContain('figures:read')
  })

  test('works whatever the case of the word before it', async () => {
    for (const word of ['bearer', 'BEARER'])
      expect((await figures(SPAN, { authorization: `${word} ${key}` })).status).toBe(200)
  })
})

describe('too many requests', () => {
  beforeEach(async () => {
    await ctx.db.insert(settings).values({ name: limitsSetting.name, value: { api: { points: 2, seconds: 60 } } })
  })

  test('with one key have to wait, and another key does not', async () => {
    expect([(await figures(SPAN)).status, (await listed()).status]).toEqual([200, 200])
    const late = await figures(SPAN)
    expect(late.status).toBe(429)
    const seconds = Number(late.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect((await figures(SPAN, { authorization: `Bearer ${await newKey()}` })).status).toBe(200)
  })

  test('with keys that do not work have to wait, by where they come from', async () => {
    await ctx.db.delete(apiKeys)
    expect([(await figures(SPAN)).status, (await figures(SPAN)).status]).toEqual([401, 401])
    expect((await figures(SPAN)).status).toBe(429)
    expect((await figures(SPAN, {}, campaign.slug, '203.0.113.9')).status).toBe(401)
  })
})

type Asked = Record<string, string | null>

function newKey(more: Partial<Parameters<typeof createApiKey>[1]> = {}): Promise<string> {
  return createApiKey(ctx, { name: 'A test', campaign: null, scopes: ['figures:read'], lastDay: null, ...more })
}

function figures(query: string, more: Asked = {}, slug = campaign.slug, from = '203.0.113.7'): Promise<Response> {
  const asked = new Request(`http://localhost/api/v1/campaigns/${slug}/figures?${query}`, { headers: headersOf(more) })
  return within(from, () => figuresOf(asked, { params: Promise.resolve({ slug }) }))
}

function listed(with_ = key, more: Asked = {}): Promise<Response> {
  const headers = headersOf({ authorization: `Bearer ${with_}`, ...more })
  const asked = new Request('http://localhost/api/v1/campaigns', { headers })
  return within('203.0.113.7', () => campaignsOf(asked, { params: Promise.resolve({}) }))
}

function headersOf(more: Asked): Headers {
  const all: Asked = { authorization: `Bearer ${key}`, ...more }
  return new Headers(Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])))
}

function within<T>(clientAddress: string, work: () => T): T {
  return withExchange(newExchange({ clientAddress }), work)
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}
