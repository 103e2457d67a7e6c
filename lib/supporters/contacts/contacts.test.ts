import { once } from 'node:events'
import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { audit, letters, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { seal } from '@/lib/kernel/secrets/crypto'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { confirmedLetter, onCampaign, writtenLetter } from '@/lib/letters/testing'
import { suppress } from '@/lib/mailer/suppression'
import type { TestContext } from '@/lib/mailer/testing/context'
import { eraseByEmail } from '@/lib/privacy/erase'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { exportContacts } from './export'
import { contactsInput } from './input'

const EVERYONE = { campaignId: null, campaign: 'all', from: null, to: null, bom: false }

describe('the contacts', () => {
  test('hold who confirmed and asked for updates, with what they consented to and when', () =>
    onCampaign(async (ctx, campaign) => {
      const { email, supporterId } = await optedIn(ctx, campaign, { name: 'Anna Sarkissian', confirmsAfter: HOUR })
      await confirmedLetter(ctx, campaign)
      await writtenLetter(ctx, campaign, { updates: true })
      expect(await exported(ctx)).toEqual([
        {
          name: 'Anna Sarkissian',
          email,
          postcode: 'SW1A 0AA',
          id: supporterId,
          constituency_code: 'E14001172',
          constituency: 'Cities of London and Westminster',
          campaign: campaign.slug,
          signed_at: '2026-11-10T12:00:00.000Z',
          confirmed_at: '2026-11-10T13:00:00.000Z',
          consented_at: '2026-11-10T12:00:00.000Z',
          consent_version: campaign.content.consent.version,
          consent_wording: campaign.content.consent.wording,
          consent_kind: 'box',
          consent_basis: 'consent',
        },
      ])
    }))

  test('leave out who left, who was erased, who complained of mail, and whose link went to somebody else', () =>
    onCampaign(async (ctx, campaign) => {
      const [left, erased, complained, trial, kept] = [
        await optedIn(ctx, campaign),
        await optedIn(ctx, campaign),
        await optedIn(ctx, campaign),
        await optedIn(ctx, campaign),
        await optedIn(ctx, campaign),
      ]
      await unsubscribe(ctx, left.supporterId)
      await eraseByEmail(ctx, erased.email)
      const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, complained.supporterId))
      await suppress(ctx, row?.emailHash ?? '', 'complained')
      await ctx.db.update(letters).set({ reflectedAt: NOON }).where(eq(letters.id, trial.id))
      // This one's own mail came to its writer: only the letter to the MP was a trial.
      await ctx.db
        .update(letters)
        .set({ reflectedAt: new Date(NOON.getTime() + DAY) })
        .where(eq(letters.id, kept.id))
      expect((await exported(ctx)).map(({ email }) => email)).toEqual([kept.email])
    }))

  test('are those of one campaign, or of the days of London in which they confirmed', () =>
    onCampaign(async (ctx, campaign) => {
      // A quarter past midnight in London, where it is summer, is still the day before in UTC.
      ctx.setNow(new Date('2026-07-01T23:15:00Z'))
      const early = await optedIn(ctx, campaign)
      ctx.setNow(new Date('2026-07-02T23:15:00Z'))
      const late = await optedIn(ctx, campaign)
      const emails = async (more: object) => (await exported(ctx, more)).map(({ email }) => email)
      expect(await emails({ campaignId: campaign.id })).toEqual([early.email, late.email])
      expect(await emails({ campaignId: crypto.randomUUID() })).toEqual([])
      expect(await emails({ from: '2026-07-02', to: '2026-07-02' })).toEqual([early.email])
      expect(await emails({ from: '2026-07-03' })).toEqual([late.email])
      expect(await emails({ to: '2026-07-01' })).toEqual([])
    }))

  test('begin no formula, and keep quotes, lines, emoji and letters that run from right to left', () =>
    onCampaign(async (ctx, campaign) => {
      const formulas = ['=1+1', '+44', '-1', '@SUM(1)', "=HYPERLINK('x')", '\t=1', '\r=1', '\n=1']
      const names = ['An "O’Hara", Jr', 'Anna\nSarkissian', 'Zoë 👩‍👩‍👧', 'שרה כהן', 'مريم']
      for (const name of [...formulas, ...names]) await optedIn(ctx, campaign, { name })
      const rows = await exported(ctx)
      expect(rows.map(({ name }) => name).sort()).toEqual([...formulas.map((name) => `'${name}`), ...names].sort())
      for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
    }))

  test('come all, each once, however many confirmed at the same moment', () =>
    onCampaign(async (ctx, campaign) => {
      await many(ctx, campaign, 2500)
      const rows = await exported(ctx)
      expect(rows).toHaveLength(2500)
      expect(new Set(rows.map(({ email }) => email)).size).toBe(2500)
    }))

  test('begin with the mark of UTF-8 where it is wanted, have lines that end in CR LF, and a heading where there is nobody', () =>
    onCampaign(async (ctx) => {
      const plain = await written(ctx, {})
      expect(plain).toMatch(/^"name","email",.*"consent_wording","consent_kind","consent_basis"\r\n$/)
      expect(await written(ctx, { bom: true })).toBe(`\ufeff${plain}`)
    }))
})

describe('the audit', () => {
  test('says who began before there is a byte, and afterwards how many rows they got', () =>
    onCampaign(async (ctx, campaign) => {
      await optedIn(ctx, campaign)
      const admin = await memberContext(ctx, 'admin')
      const write = await exportContacts(admin, { ...EVERYONE, campaignId: campaign.id, campaign: campaign.slug })
      const told = { campaign: campaign.slug }
      expect(await auditOf(ctx, 'contacts.export')).toMatchObject([
        { actorKind: 'staff', after: { ...told, from: null, to: null } },
      ])
      expect(await auditOf(ctx, 'contacts.export-end')).toEqual([])
      const out = new PassThrough()
      await Promise.all([write(out), buffer(out)])
      expect(await auditOf(ctx, 'contacts.export-end')).toMatchObject([{ after: { ...told, rows: 1, whole: true } }])
      const rows = await ctx.db.select({ id: audit.subjectId }).from(audit).where(eq(audit.subjectKind, 'contacts'))
      expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    }))

  test('says where it was broken off, and no further page was read', () =>
    onCampaign(async (ctx, campaign) => {
      await many(ctx, campaign, 5000)
      const out = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void setImmediate(done) })
      const write = await exportContacts(ctx, EVERYONE)
      const writing = write(out)
      await once(out, 'drain')
      await once(out, 'drain')
      out.destroy()
      await writing
      const [end] = await auditOf(ctx, 'contacts.export-end')
      expect(end?.after).toMatchObject({ whole: false })
      expect(end?.after).toHaveProperty(
        'rows',
        expect.toSatisfy((rows) => rows > 0 && rows < 5000),
      )
    }))

  test('says so too where whoever asked was gone before the first byte', () =>
    onCampaign(async (ctx, campaign) => {
      await optedIn(ctx, campaign)
      const write = await exportContacts(ctx, EVERYONE)
      const out = new PassThrough()
      out.destroy()
      await write(out)
      expect(await auditOf(ctx, 'contacts.export-end')).toMatchObject([{ after: { rows: 0, whole: false } }])
    }))

  test('says so where a row cannot be opened; what was under way is broken off, and the fault rises', () =>
    onCampaign(async (ctx, campaign) => {
      const { supporterId } = await optedIn(ctx, campaign)
      await ctx.db.update(supporters).set({ nameSealed: 'a.b.c' }).where(eq(supporters.id, supporterId))
      const write = await exportContacts(ctx, EVERYONE)
      const out = new PassThrough()
      out.resume()
      await expect(write(out)).rejects.toThrow('No data key')
      expect(out.destroyed).toBe(true)
      expect(await auditOf(ctx, 'contacts.export-end')).toMatchObject([{ after: { rows: 0, whole: false } }])
    }))
})

test('an export waits for its reader: it is never more than a page or two ahead', () =>
  onCampaign(async (ctx, campaign) => {
    await many(ctx, campaign, 5000)
    const taken: (() => void)[] = []
    const out = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void taken.push(done) })
    const writing = (await exportContacts(ctx, EVERYONE))(out)
    // The reader takes nothing. Whoever read on all the same would have had the database's turn for each page by now.
    await vi.waitFor(() => expect(out.writableNeedDrain).toBe(true), { timeout: 120_000 })
    for (let page = 0; page < 6; page++) await ctx.db.execute(sql`select 1`)
    expect(taken).toHaveLength(1)
    out.destroy()
    await writing
    const [end] = await auditOf(ctx, 'contacts.export-end')
    expect(end?.after).toHaveProperty(
      'rows',
      expect.toSatisfy((rows) => rows <= 1000),
    )
  }))

test.each<[object, string]>([
  [{ campaign: '' }, 'Choose a campaign, or all of them'],
  [{ from: '2026-11-10', to: '2026-11-01' }, 'The last day is before the first: change one of them'],
  [{ from: 'yesterday' }, 'Enter a day like 2026-11-24, or leave it empty'],
  [{ to: '2026-02-30' }, 'Enter a day like 2026-11-24, or leave it empty'],
  [{ to: '9999-12-31' }, 'Enter a day like 2026-11-24, or leave it empty'],
  [{ encoding: 'utf-16' }, 'Choose what the file is for'],
])('the form takes no %j', (more, message) => {
  const { error } = contactsInput.safeParse({ campaign: 'all', from: '', to: '', encoding: 'bom', ...more })
  expect(error?.issues.map((issue) => issue.message)).toEqual([message])
})

test('refuses the contacts to everyone but administrators, and writes nothing down', () =>
  onCampaign(async (ctx) => {
    const others = [await memberContext(ctx, 'campaigner'), await memberContext(ctx, 'editor')]
    for (const refused of [...others, { ...ctx, actor: { kind: 'supporter' as const } }])
      await expect(exportContacts(refused, EVERYONE)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await auditOf(ctx, 'contacts.export')).toEqual([])
  }))

type SignsUp = { name?: string; confirmsAfter?: number }

async function optedIn(ctx: TestContext, campaign: LiveCampaign, { name, confirmsAfter = 0 }: SignsUp = {}) {
  const written = { updates: true, ...(name !== undefined && { name }) }
  if (confirmsAfter === 0) return confirmedLetter(ctx, campaign, written)
  const letter = await writtenLetter(ctx, campaign, written)
  ctx.setNow(new Date(NOON.getTime() + confirmsAfter))
  await confirmLetter(ctx, letter.id)
  return letter
}

/** One contact many times over. */
async function many(ctx: TestContext, campaign: LiveCampaign, count: number): Promise<void> {
  const { supporterId } = await optedIn(ctx, campaign)
  const [one] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
  if (!one) throw new Error('The contact was not stored.')
  for (let from = 1; from < count; from += 500) {
    const ids = Array.from({ length: Math.min(500, count - from) }, () => crypto.randomUUID())
    const rows = ids.map((id, i) => ({
      ...one,
      id,
      submissionId: id,
      nameSealed: seal('Anna Grigoryan', 'name', id),
      postcodeSealed: seal('SW1A 0AA', 'postcode', id),
      emailHash: `hash ${from + i}`,
      identityHash: `hash ${from + i}`,
      emailSealed: seal(`writer-${from + i}@example.org`, 'email', id),
    }))
    await ctx.db.insert(supporters).values(rows)
  }
}

async function written(ctx: TestContext, more: object): Promise<string> {
  const write = await exportContacts(ctx, { ...EVERYONE, ...more })
  const out = new PassThrough()
  const [whole] = await Promise.all([buffer(out), write(out)])
  return whole.toString()
}

async function exported(ctx: TestContext, more: object = {}): Promise<Record<string, string>[]> {
  return parse(await written(ctx, more), { columns: true })
}
