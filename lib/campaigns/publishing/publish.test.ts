import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns } from '@/db/schema/index'
import { createCampaign } from '@/lib/campaigns/create'
import { listVersions } from '@/lib/campaigns/versions'
import { consentKinds } from '@/lib/content/consent-kinds'
import { campaignContent } from '@/lib/content/content'
import { findCampaign } from '@/lib/content/find-campaign'
import { firstCampaign } from '@/lib/content/first-campaign'
import { editorParts } from '@/lib/content/parts'
import { usualConsents } from '@/lib/content/usual-texts'
import { deliverLetter } from '@/lib/delivery/testing'
import { env } from '@/lib/kernel/env'
import { HOUR } from '@/lib/kernel/time/durations'
import { confirmedLetter, letterRow, mailFrom, queued } from '@/lib/letters/testing'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import type { TestContext } from '@/lib/mailer/testing/context'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { draftFindings } from './checks-before-publishing'
import { publishDraft } from './publish'
import { bringBack, makeLive } from './restore'
import { cancelScheduled, publishScheduled, schedulePublishing } from './schedule'
import { tellCalledOff, tellCalledOffJob } from './tell-called-off'
import { type Editing, onDraft } from './testing'

describe('publishing', () => {
  test('shows the draft to everybody, and tells who did it', () =>
    onDraft(async ({ ctx, editor, campaign, save, draft }) => {
      await save({ title: 'Ask your MP for something else' })
      const before = await findCampaign(ctx, campaign.slug)
      expect(before?.content.title).toBe(campaign.content.title)
      const { id: versionId } = await draft()
      expect(await publishDraft(editor, { campaignId: campaign.id, versionId, note: 'Clearer' })).toEqual({
        kind: 'published',
      })
      expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe('Ask your MP for something else')
      expect((await auditOf(ctx, 'campaign.publish')).at(-1)).toMatchObject({
        before: { version: 1 },
        after: { version: 2, note: 'Clearer' },
      })
      expect((await listVersions(ctx, campaign.id)).versions[0]).toMatchObject({
        publishedNote: 'Clearer',
        publishedAt: ctx.now(),
      })
    }))

  test.each([
    ['a title of 5,000 characters', { title: 'x'.repeat(5000) }, 'title'],
    ['an unknown token', { 'letter.openings': ['Dear {name}, I write from afar.', 'Two.'] }, 'letter.openings.0'],
    ['a missing part', { 'letter.closes': [] }, 'letter.closes'],
    ['a dead link within the site', { story: ['See [this](/campaigns/nowhere).'] }, 'story'],
    ['a link that runs something', { story: ['See [this](javascript:alert(1)).'] }, 'story'],
    [
      'letters that are too short',
      {
        'letter.openings': ['One.', 'Two.'],
        'letter.closes': ['Three.', 'Four.'],
        'letter.requests': ['Five.', 'Six.'],
        voices: [],
        'asks.ceasefire.wordings': ['Cease.', 'Halt.'],
        'asks.turkey.wordings': ['Press.', 'Urge.'],
        'asks.military-aid.wordings': ['Suspend.', 'Stop.'],
        'asks.talks.wordings': ['Talk.', 'Speak.'],
      },
      'letter',
    ],
  ])('is refused with %s, named beside its field', (_what, edited, field) =>
    onDraft(async ({ ctx, editor, campaign, save, draft }) => {
      await save(edited)
      const outcome = await publishDraft(editor, { campaignId: campaign.id, versionId: (await draft()).id, note: '' })
      expect(outcome).toMatchObject({ kind: 'faulty' })
      expect(outcome.kind === 'faulty' && outcome.faults.map((fault) => fault.field)).toContain(field)
      expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe(campaign.content.title)
    }),
  )

  test('is advised against where an answer promises a number of days that the settings may part from', () =>
    onDraft(async ({ ctx, save, draft }) => {
      const advised = async () => (await draftFindings(ctx, (await draft()).content)).advice.map(({ field }) => field)
      expect((await advised()).filter((field) => field.startsWith('questions'))).toEqual([])
      await save({ 'questions.3.answer': 'Yes, for 7 days. Your letter is erased 28 days after it was sent.' })
      expect(await advised()).toContain('questions.3.answer')
    }))

  test('is refused from a stale tab: another version has been saved since', () =>
    onDraft(async ({ editor, campaign, save, draft }) => {
      const { id: versionId } = await draft()
      await save({ title: 'Saved meanwhile' })
      expect(await publishDraft(editor, { campaignId: campaign.id, versionId, note: '' })).toMatchObject({
        kind: 'stale',
        latest: { number: 2, by: 'editor@example.org' },
      })
    }))

  test('is refused to whoever may only see figures', () =>
    onDraft(async ({ ctx, campaign, draft }) => {
      const campaigner = await memberContext(ctx, 'campaigner')
      const versionId = (await draft()).id
      expect(() => publishDraft(campaigner, { campaignId: campaign.id, versionId, note: '' })).toThrow(/does not allow/)
    }))
})

test('a letter that was confirmed goes as it was confirmed, though its ask is taken out meanwhile', () =>
  onDraft(async ({ ctx, editor, campaign, save, draft }) => {
    const body = 'As I wrote it: please press Turkey to end its involvement.'
    const email = 'keeps.her.ask@example.org'
    const { id } = await confirmedLetter(ctx, campaign, { body, email })
    await save({ asks: campaign.content.asks.map((ask) => ask.id).filter((ask) => ask !== 'ceasefire') })
    const versionId = (await draft()).id
    expect(await publishDraft(editor, { campaignId: campaign.id, versionId, note: '' })).toEqual({ kind: 'published' })
    expect((await findCampaign(ctx, campaign.slug))?.content.asks.map((ask) => ask.id)).not.toContain('ceasefire')
    await deliverLetter(ctx, id)
    expect(await letterRow(ctx, id)).toMatchObject({
      state: 'accepted',
      asks: ['ceasefire', 'talks'],
      versionId: campaign.versionId,
    })
    expect((await mailFrom(email)).map(({ text }) => text)).toEqual([expect.stringContaining(body)])
  }))

describe('the consent', () => {
  test('whose wording is changed gets a version of its own, and its old one when it is put back', () =>
    onDraft(async ({ editor, campaign, save, draft, ctx }) => {
      const { wording, version } = campaign.content.consent
      const publish = async () =>
        publishDraft(editor, { campaignId: campaign.id, versionId: (await draft()).id, note: '' })
      const consent = async () => (await findCampaign(ctx, campaign.slug))?.content.consent
      await save({ 'consent.wording': 'Yes, write to me.' })
      await save({ 'consent.wording': 'Yes, do write to me.' })
      await publish()
      expect(await consent()).toEqual({ version: '2026-11-10', wording: 'Yes, do write to me.', kind: 'box' })
      await save({ 'consent.wording': 'Yes, please.' })
      await publish()
      expect(await consent()).toEqual({ version: '2026-11-10.2', wording: 'Yes, please.', kind: 'box' })
      await save({ 'consent.wording': wording })
      await publish()
      expect(await consent()).toEqual({ version, wording, kind: 'box' })
    }))

  test('that is left empty, or asked another way under the usual words, has the usual ones of its kind', () =>
    onDraft(async ({ save, draft }) => {
      const wording = async () => (await draft()).content
      for (const kind of consentKinds) {
        await save({ 'consent.kind': kind, 'consent.wording': '' })
        expect(await wording()).toMatchObject({ consent: { kind, wording: usualConsents[kind] } })
        await save({ 'consent.kind': kind, 'consent.wording': usualConsents.box })
        expect(await wording()).toMatchObject({ consent: { wording: usualConsents[kind] } })
        await save({ 'consent.kind': kind, 'consent.wording': 'Our own.' })
        expect(await wording()).toMatchObject({ consent: { wording: 'Our own.' } })
      }
    }))

  test('that is asked another way has a version of its own under the same wording, and its old one when it is a box again', () =>
    onDraft(async ({ editor, campaign, save, draft, ctx }) => {
      const publish = async () => {
        await publishDraft(editor, { campaignId: campaign.id, versionId: (await draft()).id, note: '' })
        return (await findCampaign(ctx, campaign.slug))?.content.consent
      }
      const { consent } = campaign.content
      await save({ 'consent.kind': 'choice' })
      expect(await publish()).toEqual({ ...consent, kind: 'choice', version: '2026-11-10' })
      await save({ 'consent.kind': 'box' })
      expect(await publish()).toEqual(consent)
    }))
})

describe('an old version', () => {
  const second = async ({ editor, campaign, save, draft }: Editing) => {
    await save({ title: 'A second title' })
    const versionId = (await draft()).id
    await publishDraft(editor, { campaignId: campaign.id, versionId, note: '' })
    return versionId
  }

  test('goes live as it was, and the draft stays as it is', () =>
    onDraft(async (editing) => {
      const { ctx, editor, campaign, save, draft } = editing
      const liveId = await second(editing)
      await save({ title: 'Unfinished' })
      const before = await draft()
      expect(await makeLive(editor, { campaignId: campaign.id, number: 1, liveId })).toEqual({ kind: 'published' })
      expect((await findCampaign(ctx, campaign.slug))?.content).toEqual(campaign.content)
      expect(await draft()).toEqual(before)
    }))

  test('goes live under a name of its own for its consent where its name means another by now; the draft stays', () =>
    onDraft(async ({ ctx, editor, campaign, save, draft }) => {
      await save({ 'consent.wording': 'Yes, write to me.' })
      await save({ 'consent.wording': 'Yes, do write to me.' })
      const liveId = (await draft()).id
      await publishDraft(editor, { campaignId: campaign.id, versionId: liveId, note: '' })
      await save({ title: 'Unfinished' })
      const before = await draft()
      expect(await makeLive(editor, { campaignId: campaign.id, number: 2, liveId })).toEqual({ kind: 'published' })
      expect((await findCampaign(ctx, campaign.slug))?.content.consent).toEqual({
        version: '2026-11-10.2',
        wording: 'Yes, write to me.',
        kind: 'box',
      })
      expect((await draft()).content).toEqual(before.content)
    }))

  test('does not go live where another has since it was compared', () =>
    onDraft(async (editing) => {
      const { editor, campaign } = editing
      await second(editing)
      const asked = { campaignId: campaign.id, number: 1, liveId: campaign.versionId }
      expect(await makeLive(editor, asked)).toEqual({ kind: 'stale' })
    }))

  test('comes back into the draft whole or in some of its parts, and nothing is lost of what was the draft', () =>
    onDraft(async (editing) => {
      const { ctx, editor, campaign, save, draft } = editing
      await second(editing)
      const kept = campaign.content.asks.map(({ id }) => id).slice(1)
      await save({ asks: kept, 'letter.openings': ['One opening.', 'Another opening.'] })
      const bring = async (parts: string[]) =>
        bringBack(editor, { campaignId: campaign.id, number: 1, draftId: (await draft()).id, parts })
      expect(await bring(['asks'])).toEqual({ kind: 'saved' })
      expect(await draft()).toMatchObject({ number: 4, note: 'From version 1' })
      const one = (await draft()).content as typeof campaign.content
      expect(one.asks).toEqual(campaign.content.asks)
      expect(one).toMatchObject({ title: 'A second title', letter: { openings: ['One opening.', 'Another opening.'] } })
      expect(await bring(editorParts.map(({ id }) => id))).toEqual({ kind: 'saved' })
      expect((await draft()).content).toEqual(campaignContent.parse(firstCampaign.content))
      expect(await bring(['asks'])).toEqual({ kind: 'unchanged' })
      expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe('A second title')
      const { versions } = await listVersions(ctx, campaign.id)
      expect(versions.flatMap((one) => [one.number, ...one.folded.map(({ number }) => number)])).toEqual([
        5, 4, 3, 2, 1,
      ])
    }))

  test('does not come into a draft that somebody has saved since it was compared', () =>
    onDraft(async ({ editor, campaign, save, draft }) => {
      const draftId = (await draft()).id
      await save({ title: 'Another’s' })
      const asked = { campaignId: campaign.id, number: 1, draftId, parts: ['summary'] }
      expect(await bringBack(editor, asked)).toMatchObject({ kind: 'stale', latest: { number: 2 } })
      expect((await draft()).number).toBe(2)
    }))

  test('with faults does not go live, and leaves no version behind', () =>
    onDraft(async ({ editor, campaign, save, draft }) => {
      await save({ title: '' })
      await save({ title: 'Sound' })
      const liveId = campaign.versionId
      expect(await makeLive(editor, { campaignId: campaign.id, number: 2, liveId })).toMatchObject({ kind: 'faulty' })
      expect((await draft()).number).toBe(3)
    }))

  test('is brought back and put live by those who may alone', () =>
    onDraft(async ({ ctx, campaign }) => {
      const campaigner = await memberContext(ctx, 'campaigner')
      const asked = { campaignId: campaign.id, number: 1, draftId: campaign.versionId, parts: [], liveId: '' }
      expect(() => bringBack(campaigner, asked)).toThrow(/does not allow/)
      expect(() => makeLive(campaigner, asked)).toThrow(/does not allow/)
    }))
})

describe('a scheduled version', () => {
  test('goes live when its moment has come, not before, and in the name of who scheduled it', () =>
    onDraft(async ({ ctx, editor, campaign, save, draft }) => {
      await save({ title: 'For tomorrow' })
      const at = new Date(ctx.now().getTime() + HOUR)
      const { id: versionId } = await draft()
      expect(await schedulePublishing(editor, { campaignId: campaign.id, versionId, at })).toEqual({
        kind: 'scheduled',
      })
      await save({ title: 'Still being written' })
      await publishScheduled(ctx, campaign.id)
      expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe(campaign.content.title)
      ctx.setNow(at)
      await publishScheduled(ctx, campaign.id)
      await publishScheduled(ctx, campaign.id)
      expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe('For tomorrow')
      expect(await auditOf(ctx, 'campaign.publish')).toHaveLength(2)
    }))

  const scheduled = async ({ ctx, editor, campaign, draft, save }: Editing) => {
    await save({ title: 'For tomorrow' })
    const at = new Date(ctx.now().getTime() + HOUR)
    const { id: versionId } = await draft()
    await schedulePublishing(editor, { campaignId: campaign.id, versionId, at })
    return { at, versionId }
  }
  const editorsMail = async (ctx: TestContext) => {
    const known = (await readMailbox(env())).length
    for (const { payload } of await queued(ctx, tellCalledOffJob, '')) await tellCalledOff(ctx, payload)
    const mail = await readMailbox(env())
    return mail.slice(0, mail.length - known)
  }

  test('that another member calls off, moves or overtakes is told of to who scheduled it; their own doing is not', () =>
    onDraft(async (editing) => {
      const { ctx, editor, campaign, draft, save } = editing
      const campaignId = campaign.id
      const other = await memberContext(ctx, 'editor', 'kim@example.org')
      await scheduled(editing)
      await cancelScheduled(editor, campaignId)
      const { at, versionId } = await scheduled(editing)
      await schedulePublishing(editor, { campaignId, versionId, at: new Date(at.getTime() + HOUR) })
      expect(await editorsMail(ctx)).toEqual([])
      await schedulePublishing(other, { campaignId, versionId, at })
      await schedulePublishing(editor, { campaignId, versionId, at })
      await cancelScheduled(other, campaignId)
      await scheduled(editing)
      await save({ title: 'Now' })
      await publishDraft(other, { campaignId, versionId: (await draft()).id, note: '' })
      const mail = await editorsMail(ctx)
      expect(mail.map(({ to, text }) => `${to}: ${text.replace(/\s+/g, ' ')}`)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^editor@.*kim@example\.org has set another time.*Version: 2/),
          expect.stringMatching(/^kim@.*editor@example\.org has set another time/),
          expect.stringMatching(/^editor@.*kim@example\.org has called it off/),
          expect.stringMatching(/^editor@.*kim@example\.org has put another version live/),
        ]),
      )
      expect(mail).toHaveLength(4)
    }))

  test('that has a fault when its moment comes does not go live, and who scheduled it is told what the fault is', () =>
    onDraft(async (editing) => {
      const { ctx, editor, campaign, save } = editing
      const gone = await createCampaign(editor, { slug: 'soon-gone', goal: 10, from: '' })
      if (gone === 'taken') throw new Error('The slug is taken.')
      await save({ story: ['See [this](/campaigns/soon-gone).'] })
      const { at } = await scheduled(editing)
      await ctx.db.update(campaigns).set({ slug: 'moved' }).where(eq(campaigns.id, gone.id))
      ctx.setNow(at)
      await publishScheduled(ctx, campaign.id)
      expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe(campaign.content.title)
      expect(await auditOf(ctx, 'campaign.unschedule')).toHaveLength(1)
      const [mail, ...more] = await editorsMail(ctx)
      expect(more).toEqual([])
      expect(mail).toMatchObject({ to: 'editor@example.org', subject: 'Your version could not go live' })
      expect(mail?.text.replace(/\s+/g, ' ')).toContain('there is no page “/campaigns/soon-gone” here to link to')
    }))

  test('that was called off does not go live', () =>
    onDraft(async ({ ctx, editor, campaign, save, draft }) => {
      await save({ title: 'For tomorrow' })
      const at = new Date(ctx.now().getTime() + HOUR)
      await schedulePublishing(editor, { campaignId: campaign.id, versionId: (await draft()).id, at })
      await cancelScheduled(editor, campaign.id)
      ctx.setNow(at)
      await publishScheduled(ctx, campaign.id)
      expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe(campaign.content.title)
    }))
})
