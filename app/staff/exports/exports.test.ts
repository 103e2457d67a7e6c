import { parse } from 'csv-parse/sync'
import { NextRequest } from 'next/server'
import { beforeAll, expect, test } from 'vitest'
import { asHolderOf, htmlFor } from '@/app/staff/testing'
import type { Role } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { setSwitch } from '@/lib/staff/set-switch'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { GET } from './figures/route'
import ExportsPage from './page'

let ctx: TestContext
let campaign: LiveCampaign

beforeAll(async () => {
  ;({ ctx, campaign } = await livingCampaign())
  for (const role of ['campaigner', 'admin'] as const) {
    const { actor } = await memberContext(ctx, role)
    const now = () => new Date()
    await startSession({ ...ctx, now }, { token: role, userId: actor.kind === 'staff' ? actor.id : '' })
  }
})

test('a campaigner gets figures of one campaign or all as a file, CSV with the mark of UTF-8 or JSON', async () => {
  const csv = await download(`campaign=${campaign.slug}&from=2026-11-01&to=2026-11-10&by=constituency&format=csv`)
  expect(Object.fromEntries(csv.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="figures-${campaign.slug}-constituency-2026-11-01-2026-11-10.csv"`,
    'cache-control': 'no-store',
  })
  const bytes = Buffer.from(await csv.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(parse(bytes, { columns: true, bom: true })).toHaveLength(650)
  const json = await download('campaign=all&from=2026-11-01&to=2026-11-10&by=source&kind=share&format=json')
  expect(json.headers.get('content-disposition')).toContain('figures-all-share-2026-11-01-2026-11-10.json')
  expect(await json.json()).toMatchObject({ campaign: null, by: 'source', kind: 'share' })
})

test.each([
  ['campaign=no-such-campaign', 404],
  ['from=2026-11-10&to=2026-11-01', 422],
  ['from=2001-01-01&to=2026-11-01', 422],
  ['by=week', 422],
])('%s is answered with %i', async (query, status) => expect((await download(query)).status).toBe(status))

test('the page offers files of what is asked for to a campaigner, and the contacts and keys to administrators alone', async () => {
  const seen = await page('campaigner', { campaign: campaign.slug, from: '2026-11-01', to: '2026-11-10' })
  expect(seen).toContain(`campaign=${campaign.slug}&amp;from=2026-11-01&amp;to=2026-11-10&amp;by=hour&amp;format=csv`)
  for (const hidden of ['contacts-form', '/staff/api-keys']) {
    expect(seen).not.toContain(hidden)
    expect(await page('admin')).toContain(hidden)
  }
})

test('days upside down are turned and a campaign that there is not is said to be none, as the dashboard does', async () => {
  const seen = await page('campaigner', { campaign: 'no-such', from: '2026-11-10', to: '2026-11-01' })
  expect(seen).toContain('There is no such campaign')
  expect(seen).toContain('from=2026-11-01&amp;to=2026-11-10')
})

test('no figures come out while the dashboard is switched off', async () => {
  await setSwitch(ctx, { name: 'dashboard', on: false })
  expect((await download('')).status).toBe(503)
  const seen = await page('campaigner')
  expect(seen).toContain('has paused the dashboard')
  expect(seen).not.toContain('format=csv')
  await setSwitch(ctx, { name: 'dashboard', on: true })
  expect((await download('')).status).toBe(200)
})

function download(query: string): Promise<Response> {
  const asked = new NextRequest(`http://localhost/staff/exports/figures?${query}`)
  return asHolderOf('campaigner', () => GET(asked, { params: Promise.resolve({}) }))
}

function page(role: Role, query: Record<string, string> = {}): Promise<string> {
  return htmlFor(role, () => ExportsPage({ params: Promise.resolve({}), searchParams: Promise.resolve(query) }))
}
