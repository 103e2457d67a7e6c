import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { findForm } from '@/app/_server/forms/table'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import {
  campaignPublications,
  campaigns,
  campaignVersions,
  figureHours,
  figureLinks,
  sources,
  staff,
} from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import { figureGroups } from '@/lib/figures/export/input'
import { tellMilestoneJob } from '@/lib/figures/jobs'
import { giveFigureLink } from '@/lib/figures/links/figure-links'
import { findMilestones } from '@/lib/figures/milestones'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { confirmedLetter, livingCampaign, mailTo, queued, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendDigest } from '@/lib/messages/to-staff/digest'
import { allowed, isOfCampaign, staffVerbs } from '@/lib/staff/roles'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { limitedContext, memberContext } from '@/lib/staff/testing'
import { views } from './dashboard/view'
import { htmlFor } from './testing'
import { type Door, doors } from './testing-doors'

/** Words that stand in the other campaign alone, or are said where it is counted; and a count that is its alone. */
const CANARIES = {
  title: 'Xylograph',
  slug: 'ask-your-mp-canary',
  wording: 'Quokkas',
  source: 'zorilla',
  link: 'Okapi',
  many: '2 campaigns',
}
const COUNT = 7_310_447
const leaks = new RegExp([...Object.values(CANARIES), '7,310,', '7310'].join('|'), 'gi')

/** Where, between them, all of this is told to who works on all campaigns. */
const TELLING = ['', '/dashboard', '/dashboard/links', '/exports/figures', '/campaigns/[id]/edit/[part]'].map(
  (path) => `/staff${path}`,
)

const limited = ['editor', 'campaigner'] as const
const tokenOf = (role: string) => `of-the-${role}`

let ctx: TestContext
let own = { id: '', slug: '', version: '' }
let other = { id: '', slug: '', version: '', letter: '', link: '' }

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  const { id } = living.campaign
  const { id: written } = await confirmedLetter(ctx, living.campaign)
  await deliverLetter(ctx, written)
  const text = await textOf(id)
  const letter = { ...text.letter, subjects: [`${CANARIES.wording} are ours`, ...text.letter.subjects.slice(1)] }
  const canary = await liveText(id, { ...text, letter, title: `${CANARIES.title} for all` })
  await ctx.db.update(campaigns).set({ slug: CANARIES.slug }).where(sql`id = ${id}`)
  const [made] = await ctx.db
    .insert(campaigns)
    .values({ slug: 'ours', goal: 100, openedAt: ctx.now() })
    .returning({ id: campaigns.id })
  const ours = made?.id ?? ''
  const version = await liveText(ours, { ...(await textOf(living.campaign.id, 1)), title: 'Ours alone' })
  own = { id: ours, slug: 'ours', version }

  const admin = await memberContext(ctx, 'admin')
  await giveFigureLink(admin, { campaignId: id, name: `${CANARIES.link} board` })
  const [link] = await ctx.db.select({ id: figureLinks.id }).from(figureLinks)
  other = { id, slug: CANARIES.slug, version: canary, letter: written, link: link?.id ?? '' }
  await count()

  for (const role of limited) await signIn(role, await limitedContext(ctx, role, [ours]))
  await signIn('unlimited', await memberContext(ctx, 'editor', 'unlimited@example.org'))
})

const about = doors.filter(({ verb = '' }) => limited.some((role) => allowed(role, verb)))
const ofCampaign = about.filter(({ address }) => address.includes('/[id]'))
const asked = (some: Door[]) =>
  some.flatMap((door) =>
    limited.filter((role) => allowed(role, door.verb ?? '')).map((role) => ({ ...door, role, at: door.address })),
  )

describe('who works on some campaigns alone', () => {
  test('is asked for every verb that reaches a campaign, at an address that has its id, or in a list', () => {
    const reaching = staffVerbs.filter((verb) => isOfCampaign(verb))
    const tried = new Set(ofCampaign.map(({ verb }) => verb))
    expect(reaching.filter((verb) => !tried.has(verb))).toEqual(['figures.share'])
    expect(ofCampaign.every(({ verb }) => isOfCampaign(verb as (typeof reaching)[number]))).toBe(true)
  })

  test.each(asked(ofCampaign))('finds nothing at $method $at $fields.do of another, as $role', async (door) => {
    const before = await standing()
    const answer = await answerOf(door, tokenOf(door.role), other)
    expect([404, 'not-found']).toContain(answer.status)
    expect(leaked(answer.text)).toEqual([])
    expect(await standing()).toEqual(before)
  })

  test.each(asked(ofCampaign.filter(({ file }) => file?.endsWith('page.tsx'))))(
    'opens $at of their own, as $role',
    async (door) => {
      const { status, text } = await answerOf(door, tokenOf(door.role), own, {
        do: 'close',
        number: '1',
        from: '1',
        to: '1',
      })
      expect(status).toBe(200)
      expect(leaked(text)).toEqual([])
    },
  )

  test.each(asked(about.filter((door) => !ofCampaign.includes(door))))(
    'is told nothing of another by $method $at $fields.do, as $role',
    async (door) => {
      const before = await standing()
      for (const query of queriesFor(door)) {
        const { text } = await answerOf(door, tokenOf(door.role), other, query)
        // What was asked with is said again: that there is no such campaign.
        expect([query, leaked(text, door.file ? query.campaign : other.slug)]).toEqual([query, []])
      }
      expect(await standing()).toEqual(before)
    },
  )

  test('could be told of it: an editor of all campaigns is, of each canary', async () => {
    const missing = new Set([...Object.values(CANARIES), '7,310,', '7310'])
    for (const door of about.filter(({ method, address }) => method === 'GET' && TELLING.includes(address)))
      for (const query of queriesFor(door).filter((each) => !each.campaign)) {
        const { text } = await answerOf(door, tokenOf('unlimited'), other, query)
        for (const canary of leaked(text)) missing.delete(canary)
      }
    expect([...missing]).toEqual([])
  })
})

const previews = readdirSync('app/preview', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)(page\.tsx|route\.ts)$/.test(file),
)

test.each(previews)('finds nothing at preview/%s of a version of another', async (file) => {
  const door = {
    file: `../preview/${file}`,
    method: 'GET',
    address: `/preview/${file}`,
    path: '',
    name: '',
    fields: {},
  }
  const asking = (campaign: typeof own) =>
    answerOf(
      { ...door, verb: undefined },
      tokenOf('editor'),
      { ...campaign, id: campaign.version },
      { seat: WESTMINSTER },
    )
  const { status, text } = await asking(other)
  expect([status, leaked(text)]).toEqual([404, []])
  expect((await asking(own)).status).toBe(200)
})

describe('by e-mail', () => {
  test.each(limited)('the %s gets the figures of their own campaigns alone', async (role) => {
    const staffId = await idOf(`${role}@example.org`)
    await sendDigest(ctx, { staffId, day: '2026-11-10', every: 'week' })
    const [mail] = await mailTo(`${role}@example.org`)
    expect(mail?.text).toContain('Ours alone')
    expect(leaked(`${mail?.subject} ${mail?.text} ${mail?.html}`)).toEqual([])
  })

  test('they are not told what another campaign has reached', async () => {
    await ctx.db.execute(sql`update figures set letters = 100 where campaign_id = ${other.id}`)
    await findMilestones(ctx)
    const told = (await queued(ctx, tellMilestoneJob, other.id)).map(({ payload }) => payload)
    const unlimited = await idOf('unlimited@example.org')
    expect(told).toContainEqual(expect.objectContaining({ campaignId: other.id, staffId: unlimited }))
    for (const role of limited)
      expect(told).not.toContainEqual(expect.objectContaining({ staffId: await idOf(`${role}@example.org`) }))
  })
})

/** What of the other campaign stands in an answer, beside the words that were asked with: that there is no such campaign says them again. */
function leaked(text: string, said = ''): string[] {
  return (said ? text.replaceAll(said, '') : text).match(leaks) ?? []
}

/** What an address or a list could name the other campaign by. */
function queriesFor({ address, verb = '' }: Door): Record<string, string>[] {
  const named: Record<string, string>[] = [
    { campaign: other.slug },
    { campaign: CANARIES.title },
    { from: other.id, campaign: other.id },
  ]
  if (!verb.startsWith('figures.')) return [{}, ...named]
  const formats = ['csv', 'json'].flatMap((format) => figureGroups.map((by) => ({ by, format })))
  const drawn = views.map((view) => ({ view }))
  const shown = address.endsWith('/figures') ? formats : address.endsWith('/dashboard') ? drawn : []
  return [{}, ...named, ...shown].map((query) => ({ from: '2026-11-01', to: '2026-11-10', ...query }))
}

type Place = Partial<typeof other> & { id: string }

/** What a page, a route or a form answers: a status, or why it was refused, and all that it says. */
async function answerOf(door: Door, token: string, place: Place, query: Record<string, string> = {}) {
  const { link = '', letter = '', version = '' } = place
  const parts: Record<string, string> = { letter, part: 'letter', seat: WESTMINSTER, name: 'confirm' }
  const known = Object.entries({ ...parts, id: place.id, key: place.id })
  const params: Record<string, string> = Object.fromEntries(
    known.filter(([part]) => door.address.includes(`[${part}]`)),
  )
  const address = door.address.replace(/\[(\w+)\]/g, (_, part: string) => params[part] ?? '')
  const cookies = `${staffCookie().name}=${token}`
  const fields = { ...FIELDS, campaign: place.slug ?? '', from: place.id, version, base: version, draft: version }
  try {
    if (!door.file) {
      const found = findForm(address)
      const sent = new FormData()
      for (const [name, value] of Object.entries({ ...fields, link, ...door.fields })) sent.append(name, value)
      const exchange = newExchange({ cookies, path: address })
      const answer = await withExchange(exchange, () => found?.form(sent, found.address))
      return { status: 200, text: JSON.stringify(answer) }
    }
    const module: Record<string, CallableFunction> = await import(join(import.meta.dirname, door.file))
    if (door.file.endsWith('.tsx')) {
      const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) }
      const title = module.generateMetadata
      const html = await htmlFor(token, () => module.default?.(props))
      const head = title ? await withExchange(newExchange({ cookies }), () => title(props)) : ''
      return { status: 200, text: html + JSON.stringify(head) }
    }
    const asking = new NextRequest(new URL(`http://localhost${address}?${new URLSearchParams(query)}`))
    const answer: Response = await withExchange(newExchange({ cookies, path: address }), () =>
      module[door.method]?.(asking, { params: Promise.resolve(door.address.includes('[') ? params : undefined) }),
    )
    return { status: answer.status, text: await answer.text() }
  } catch (error) {
    if (error instanceof Refusal) return { status: error.code, text: error.message }
    const [kind, , to] = String((error as { digest?: string }).digest).split(';')
    if (kind === 'NEXT_HTTP_ERROR_FALLBACK') return { status: 404, text: '' }
    if (kind === 'NEXT_REDIRECT') return { status: 303, text: to ?? '' }
    throw error
  }
}

/** What would change something, wherever it is sent. */
const FIELDS = { slug: 'another-slug', goal: '100', name: 'A partner', channel: 'link', words: 'Thanks.', why: 'So.' }

/** All that staff could have changed. */
async function standing() {
  const rows = await ctx.db.execute(sql`
    select (select md5(string_agg(campaigns::text, '' order by id)) from campaigns where id = ${other.id}) as campaign,
      (select count(*) from campaigns) as campaigns, (select count(*) from campaign_versions) as versions,
      (select count(*) from figure_links where revoked_at is null) as links,
      (select count(*) from campaign_links) as named,
      (select count(*) from audit where subject_id = ${other.id}) as audited`)
  return [...rows]
}

type Text = { letter: { subjects: string[] } }

async function textOf(campaignId: string, number?: number): Promise<Text> {
  const [row] = await ctx.db
    .select({ content: campaignVersions.content })
    .from(campaignVersions)
    .where(sql`campaign_id = ${campaignId} ${number ? sql`and number = ${number}` : sql``}`)
    .orderBy(sql`number desc`)
    .limit(1)
  return row?.content as Text
}

/** Puts a text live as publishing does, whatever checks there would be; gives the version's id. */
async function liveText(campaignId: string, content: object): Promise<string> {
  const number = (await ctx.db.$count(campaignVersions, sql`campaign_id = ${campaignId}`)) + 1
  const values = { campaignId, number, content, note: '', createdBy: 'system', createdAt: ctx.now() }
  const [version] = await ctx.db.insert(campaignVersions).values(values).returning({ id: campaignVersions.id })
  const versionId = version?.id ?? ''
  await ctx.db.update(campaigns).set({ publishedVersionId: versionId }).where(sql`id = ${campaignId}`)
  await ctx.db.insert(campaignPublications).values({ campaignId, versionId, at: ctx.now(), by: 'system', note: '' })
  return versionId
}

/** Counts that the other campaign has, and none else. */
async function count() {
  await rollUp(ctx)
  const [source] = await ctx.db.insert(sources).values({ utmSource: CANARIES.source }).returning({ id: sources.id })
  const hour = new Date('2026-11-09T12:00:00Z')
  const one = { campaignId: other.id, constituencyCode: WESTMINSTER, hour, sourceId: source?.id ?? 0, lasting: true }
  const counts = { viewed: COUNT, found: COUNT, started: COUNT, submitted: COUNT, confirmed: COUNT, accepted: COUNT }
  await ctx.db.insert(figureHours).values({ ...one, ...counts })
}

async function signIn(role: string, { actor }: Context) {
  const userId = actor.kind === 'staff' ? actor.id : ''
  await startSession({ ...ctx, now: () => new Date() }, { token: tokenOf(role), userId })
}

async function idOf(email: string): Promise<string> {
  const [member] = await ctx.db.select({ id: staff.id }).from(staff).where(sql`email = ${email}`)
  return member?.id ?? ''
}
