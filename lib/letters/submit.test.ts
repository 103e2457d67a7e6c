import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { letterEvents, letters, links, supporters } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import type { TestContext } from '@/lib/mailer/testing/context'
import { exportByEmail } from '@/lib/privacy/export'
import { setSwitch } from '@/lib/staff/set-switch'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { submissionLink } from './confirming/submission-link'
import { findLetter, letterHistory } from './find'
import { submitLetter } from './submit'
import { confirmedLetter, letterRow, livingCampaign, onCampaign, queued, submission, writtenLetter } from './testing'

const everything = [supporters, letters, letterEvents, links] as const

describe('a submission', () => {
  test('is refused while staff have switched sign-ups off, and leaves nothing behind', () =>
    onCampaign(async (ctx, campaign) => {
      await setSwitch(ctx, { name: 'sign-ups', on: false })
      const before = await Promise.all(everything.map((table) => ctx.db.$count(table)))
      await expect(writtenLetter(ctx, campaign)).rejects.toMatchObject({ code: 'unavailable' })
      expect(await Promise.all(everything.map((table) => ctx.db.$count(table)))).toEqual(before)
    }))

  test('stores the sign-up, the letter, its history and the confirmation e-mail to send', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, token, email } = await writtenLetter(ctx, campaign, { name: 'Jane Okafor', updates: true })
      expect(await findLetter(ctx, id)).toMatchObject({
        state: 'unconfirmed',
        versionId: campaign.versionId,
        campaignId: campaign.id,
        person: { name: 'Jane Okafor', email, postcode: 'SW1A 0AA' },
        text: { subject: 'The people of Artsakh', body: 'My own grandmother fled.\n\nHelp.', town: 'London' },
        // Five words say nothing of whose they are.
        ownShare: null,
        createdAt: NOON,
        confirmedAt: null,
      })
      expect(await letterHistory(ctx, id)).toEqual([{ state: 'unconfirmed', reason: null, at: NOON }])
      expect(await queued(ctx, 'send-confirmation', id)).toMatchObject([{ payload: { letterId: id, reminder: false } }])
      expect(await readLink(ctx, 'sent', token)).toEqual({ letterId: id, emailHash: null, expired: false })
    }))

  test('keeps where its writer lives abroad, and a telephone number', () =>
    onCampaign(async (ctx, campaign) => {
      const given = { abroad: 'Calle Mayor 1\n28013 Madrid\nSpain', phone: '+34 600 000 000' }
      const { id } = await writtenLetter(ctx, campaign, given)
      expect((await findLetter(ctx, id))?.text).toMatchObject(given)
    }))

  test('keeps the wording of the question about updates with the answer', () =>
    onCampaign(async (ctx, campaign) => {
      const { consent } = campaign.content
      for (const updates of [true, false]) {
        const { supporterId } = await writtenLetter(ctx, campaign, { updates })
        const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
        expect(row).toMatchObject({
          updatesAskedAt: updates ? NOON : null,
          updatesWording: consent.wording,
          updatesWordingVersion: consent.version,
          updatesKind: 'box',
          updatesBasis: 'consent',
        })
      }
    }))

  test('keeps a no that was asked for, which is in the copy of one’s data', () =>
    onCampaign(async (ctx, campaign) => {
      const consent = { ...campaign.content.consent, kind: 'choice' as const }
      const asking = { ...campaign, content: { ...campaign.content, consent } }
      const [no, yes] = [await writtenLetter(ctx, asking), await writtenLetter(ctx, asking, { updates: true })]
      const said = { wording: consent.wording, version: consent.version, kind: 'choice', basis: 'consent' }
      expect(await exportByEmail(ctx, no.email)).toMatchObject([
        { updates: null, updatesRefused: { at: NOON, ...said } },
      ])
      expect(await exportByEmail(ctx, yes.email)).toMatchObject([
        { updates: { askedAt: NOON, ...said }, updatesRefused: null },
      ])
    }))

  describe('under the soft opt-in of a charity', () => {
    const softly = (campaign: LiveCampaign) => {
      const charity = { charityName: 'Book Aid', charityNumber: '1234567', charityDeclared: true }
      const consent = { ...campaign.content.consent, kind: 'soft-opt-in' as const, ...charity }
      return { ...campaign, content: { ...campaign.content, consent } }
    }
    const rowOf = async ({ db }: TestContext, id: string) =>
      (await db.select().from(supporters).where(eq(supporters.id, id)))[0]

    test('keeps by what right somebody is written to, with what was read; and a refusal', () =>
      onCampaign(async (ctx, campaign) => {
        const silent = await confirmedLetter(ctx, softly(campaign), { updates: true })
        const no = await confirmedLetter(ctx, softly(campaign), { refused: true })
        const kept = { updatesKind: 'soft-opt-in', updatesBasis: 'soft opt-in' }
        const updatesWording = expect.stringContaining(
          'Book Aid, registered charity number 1234567. [ ] Do not e-mail me',
        )
        expect(await rowOf(ctx, silent.supporterId)).toMatchObject({
          ...kept,
          updatesWording,
          updatesAskedAt: NOON,
          updatesRefusedAt: null,
        })
        expect(await rowOf(ctx, no.supporterId)).toMatchObject({
          ...kept,
          updatesAskedAt: null,
          updatesRefusedAt: NOON,
        })
        expect(await exportByEmail(ctx, no.email)).toMatchObject([
          { updatesRefused: { at: NOON, basis: 'soft opt-in' } },
        ])
      }))

    test.each([
      ['refused', softly, { refused: true }, false],
      ['left a box empty', (campaign: LiveCampaign) => campaign, {}, false],
      ['left', softly, { updates: true }, true],
    ])('silence does not bring back an address that %s before', (_, asking, said, leaves) =>
      onCampaign(async (ctx, campaign) => {
        const email = 'before@example.org'
        const { supporterId } = await confirmedLetter(ctx, asking(campaign), { email, name: 'Ann Lee', ...said })
        if (leaves) await unsubscribe(ctx, supporterId)
        const again = await confirmedLetter(ctx, softly(campaign), { email, name: 'Bo Quist', updates: true })
        expect(await rowOf(ctx, again.supporterId)).toMatchObject({ updatesAskedAt: null, updatesRefusedAt: null })
        const asked = await confirmedLetter(ctx, softly(campaign), { email: 'new@example.org', updates: true })
        expect(await rowOf(ctx, asked.supporterId)).toMatchObject({ updatesAskedAt: NOON })
      }),
    )
  })

  test('that comes a second time stores nothing, and its page is found again', () =>
    onCampaign(async (ctx, campaign) => {
      const twice = submission(campaign)
      expect(await submitLetter(ctx, twice)).toEqual(expect.any(String))
      expect(await submitLetter(ctx, twice)).toBeNull()
      const rows = await ctx.db.select().from(supporters).where(eq(supporters.submissionId, twice.submissionId))
      expect(rows).toHaveLength(1)
      const again = await submissionLink(ctx, twice.submissionId)
      expect(await readLink(ctx, 'sent', again ?? '')).toMatchObject({ letterId: expect.any(String) })
      expect(await submissionLink(ctx, crypto.randomUUID())).toBeNull()
    }))

  test('that comes twice at the same moment stores one', async () => {
    const { ctx, campaign } = await livingCampaign()
    const twice = submission(campaign)
    const tokens = await Promise.all([submitLetter(ctx, twice), submitLetter(ctx, twice), submitLetter(ctx, twice)])
    expect(tokens.filter((token) => token !== null)).toHaveLength(1)
    expect(await submissionLink(ctx, twice.submissionId)).not.toBeNull()
  })

  test('leaves nothing behind when its job cannot be queued', async () => {
    const { ctx, campaign } = await livingCampaign()
    const counts = () => Promise.all(everything.map((table) => ctx.db.$count(table)))
    const before = await counts()
    await ctx.db.execute(sql`alter schema graphile_worker rename to graphile_worker_away`)
    try {
      await expect(submitLetter(ctx, submission(campaign))).rejects.toThrow()
    } finally {
      await ctx.db.execute(sql`alter schema graphile_worker_away rename to graphile_worker`)
    }
    expect(await counts()).toEqual(before)
  })

  test('works its links for a week', () =>
    onCampaign(async (ctx, campaign) => {
      const { token } = await writtenLetter(ctx, campaign)
      ctx.setNow(new Date(NOON.getTime() + 7 * DAY - 1))
      expect(await readLink(ctx, 'sent', token)).toMatchObject({ expired: false })
      ctx.setNow(new Date(NOON.getTime() + 7 * DAY))
      expect(await readLink(ctx, 'sent', token)).toMatchObject({ expired: true })
    }))
})

test('no table holds a name, an e-mail, an address, a postcode or a text that could be read, hashed plainly or not', () =>
  onCampaign(async (ctx, campaign) => {
    const personal = {
      name: 'Zuleika Fortescue',
      email: 'zuleika.fortescue@example.org',
      subject: 'Quicksilver over Karabakh',
      body: 'Marmalade skies above Stepanakert are mine to tell.',
      address1: '99 Xylophone Mews',
    }
    const { id, token } = await writtenLetter(ctx, campaign, personal)
    const secrets = [...Object.values(personal), 'Zuleika', 'SW1A 0AA', 'SW1A0AA', token]
    const disguised = secrets.flatMap((text) => {
      const bytes = Buffer.from(text)
      const hash = createHash('sha256').update(text)
      return [text, bytes.toString('hex'), bytes.toString('base64url'), hash.digest('hex')]
    })
    const places = (needle: string) => tablesHolding(ctx, needle)
    // The directory's own postcodes are public.
    for (const needle of disguised.filter((text) => text !== 'SW1A0AA')) expect(await places(needle)).toEqual([])
    expect(await places('SW1A0AA')).toEqual(['public.postcode_facts'])
    // The search itself works: an id stands in the clear, also in the job's payload.
    expect(await places(id)).toEqual(
      expect.arrayContaining([
        'graphile_worker._private_jobs',
        'public.letter_events',
        'public.letters',
        'public.links',
      ]),
    )
    expect((await letterRow(ctx, id)).textSealed).toMatch(/^2\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/)
  }))
