import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, letters, mps, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { deliverLetter } from '@/lib/delivery/testing'
import { rebuildFigures } from '@/lib/figures/roll-up/recount'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { figureSums } from '@/lib/figures/testing'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { findLetter } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'
import { proofOf } from '@/lib/letters/proof/proof'
import {
  changeMp,
  confirmedLetter,
  letterRow,
  livingCampaign,
  mailFrom,
  mailTo,
  onCampaign,
  queued,
  WESTMINSTER,
  writtenLetter,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendCopy } from '@/lib/messages/to-writer/copy-and-held'
import { eraseByEmail } from '@/lib/privacy/erase'
import { exportByEmail } from '@/lib/privacy/export'
import { setSwitch } from '@/lib/staff/set-switch'
import { chaseLetter } from './chase-letter'
import { chaseWords } from './chase-words'
import { mayBeChased } from './may-be-chased'

const day = (days: number) => new Date(NOON.getTime() + days * DAY)
const words = { subject: 'Re: The people of Artsakh', body: 'I wrote two weeks ago. What do you think?' }

async function unanswered(ctx: TestContext, campaign: LiveCampaign) {
  const letter = await confirmedLetter(ctx, campaign)
  await deliverLetter(ctx, letter.id)
  ctx.setNow(day(14))
  return letter
}

async function chaseOf(ctx: TestContext, id: string) {
  const rows = await ctx.db.select().from(letters).where(eq(letters.chases, id))
  const [chase] = rows
  if (!chase || rows.length > 1) throw new Error(`There are ${rows.length} letters that chase it.`)
  return chase
}

async function whyNot(ctx: TestContext, id: string) {
  const chased = await chaseLetter(ctx, id, { words })
  return 'why' in chased ? chased.why : 'it was chased'
}

describe('a letter that was not answered', () => {
  test('is chased by a second letter with the first below it, which goes the same way', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await unanswered(ctx, campaign)
      expect(await chaseLetter(ctx, id, { words })).toEqual({ token: expect.any(String) })
      const chase = await chaseOf(ctx, id)
      expect(chase).toMatchObject({ state: 'queued', confirmedAt: day(14), sketch: null, ownSketch: null })
      await deliverLetter(ctx, chase.id)
      const [second, first, ...more] = await mailFrom(email)
      expect(more).toEqual([])
      expect(second).toMatchObject({ to: first?.to, subject: words.subject })
      const text = second?.text.replaceAll('\r', '') ?? ''
      expect(text).toContain(
        `Dear Rachel Blake,\n\n${words.body}\n\nMy letter of 10 November 2026:\n\nMy own grandmother fled.\n\nHelp.\n\nYours sincerely,`,
      )
      expect(text).toContain('/verify/')
      expect(await proofOf(ctx, chase.id)).toMatchObject({ sentAt: day(14), notGenuine: false })
    }))

  test('is chased once: whoever asks again, or twice at once, is led to the same second letter', async () => {
    const { ctx, campaign } = await livingCampaign()
    ctx.setNow(NOON)
    const { id } = await unanswered(ctx, campaign)
    const chased = await Promise.all([1, 2, 3].map(() => chaseLetter(ctx, id, { words })))
    expect(new Set(chased.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(await chaseOf(ctx, id)).toMatchObject({ chases: id })
    const again = { id: crypto.randomUUID(), state: 'unconfirmed' as const, chases: id }
    const row = await letterRow(ctx, id)
    await expect(ctx.db.insert(letters).values({ ...row, ...again, heldReason: null })).rejects.toThrow()
  })

  test('counts as no other supporter and no other letter, also after a recount', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await unanswered(ctx, campaign)
      await rollUp(ctx)
      const before = await figureSums(ctx)
      await chaseLetter(ctx, id, { words })
      await deliverLetter(ctx, (await chaseOf(ctx, id)).id)
      await rollUp(ctx)
      expect(await figureSums(ctx)).toEqual(before)
      expect(await rebuildFigures(ctx)).toEqual([])
    }))

  test('brings its writer a copy that promises no question, and none is asked', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await unanswered(ctx, campaign)
      await sendCopy(ctx, id)
      await chaseLetter(ctx, id, { words })
      const chase = await chaseOf(ctx, id)
      await deliverLetter(ctx, chase.id)
      await sendCopy(ctx, chase.id)
      const copies = (await mailTo(email)).filter(({ subject }) => /on its way/.test(subject))
      expect(copies.map(({ subject }) => subject.replace(/ to .*/, ''))).toEqual(['Your letter', 'Your second letter'])
      expect(copies.map(({ text }) => /In two weeks we ask you/.test(text.replace(/\s+/g, ' ')))).toEqual([true, false])
      expect(await queued(ctx, 'ask-about-reply', chase.id)).toEqual([])
    }))

  test('is not chased before 14 days, nor once it came back, was erased, or is itself a chase', () =>
    onCampaign(async (ctx, campaign) => {
      const waiting = await confirmedLetter(ctx, campaign, { constituencyCode: WESTMINSTER })
      expect(await whyNot(ctx, waiting.id)).toBe('not-sent')
      await deliverLetter(ctx, waiting.id)
      ctx.setNow(new Date(day(14).getTime() - 1))
      expect(await whyNot(ctx, waiting.id)).toBe('too-soon')
      ctx.setNow(day(14))
      await chaseLetter(ctx, waiting.id, { words })
      expect(await whyNot(ctx, (await chaseOf(ctx, waiting.id)).id)).toBe('itself-a-chase')

      ctx.setNow(NOON)
      const bounced = await unanswered(ctx, campaign)
      await moveLetter(ctx, bounced.id, { from: ['accepted'], to: 'bounced' })
      expect(await whyNot(ctx, bounced.id)).toBe('not-sent')

      ctx.setNow(NOON)
      const erased = await unanswered(ctx, campaign)
      await ctx.db.update(letters).set({ textSealed: null, sketch: null }).where(eq(letters.id, erased.id))
      expect(await whyNot(ctx, erased.id)).toBe('erased')
    }))

  test('is not chased once another MP sits, the MP has no address, or no letters are taken', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await unanswered(ctx, campaign)
      await setSwitch(ctx, { name: 'sign-ups', on: false })
      expect(await whyNot(ctx, id)).toBe('closed')
      await setSwitch(ctx, { name: 'sign-ups', on: true })
      await ctx.db
        .update(campaigns)
        .set({ closedAt: day(13) })
        .where(eq(campaigns.id, campaign.id))
      expect(await whyNot(ctx, id)).toBe('closed')
      await ctx.db.update(campaigns).set({ closedAt: null }).where(eq(campaigns.id, campaign.id))
      const { mpId } = await letterRow(ctx, id)
      await ctx.db
        .update(mps)
        .set({ email: null })
        .where(eq(mps.id, mpId ?? ''))
      expect(await whyNot(ctx, id)).toBe('no-email')
      await changeMp(ctx, WESTMINSTER, { name: 'Percy Newcome', email: 'percy@example.org' })
      expect(await whyNot(ctx, id)).toBe('another-mp')
    }))

  test('that is chased just before the MP changes goes to nobody: staff see why, and its writer is told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await unanswered(ctx, campaign)
      await chaseLetter(ctx, id, { words })
      await changeMp(ctx, WESTMINSTER, { name: 'Percy Newcome', email: 'percy@example.org' })
      const chase = await chaseOf(ctx, id)
      await deliverLetter(ctx, chase.id)
      expect(await letterRow(ctx, chase.id)).toMatchObject({ state: 'held', heldReason: 'staff' })
      expect(await queued(ctx, 'tell-held', chase.id)).toHaveLength(1)
    }))
})

test('a chase is held for a person to look at by the same rules', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await unanswered(ctx, campaign)
    await chaseLetter(ctx, id, { words: { ...words, body: 'See www.example.org '.repeat(6) } })
    expect(await chaseOf(ctx, id)).toMatchObject({ state: 'held', heldReason: 'abuse' })
  }))

test('a chase is part of its writer’s data, and goes with it', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, email } = await unanswered(ctx, campaign)
    await chaseLetter(ctx, id, { words })
    const chase = await chaseOf(ctx, id)
    const held = await exportByEmail(ctx, email)
    expect(held.map(({ letter }) => [letter.text?.subject, letter.chasesTheFirst])).toEqual([
      ['The people of Artsakh', false],
      [words.subject, true],
    ])
    expect(await eraseByEmail(ctx, email)).toBe(1)
    expect(await letterRow(ctx, chase.id)).toMatchObject({ state: 'withdrawn', textSealed: null, mailDomainHash: null })
    expect(await findLetter(ctx, chase.id)).toMatchObject({ person: null, text: null })
    expect(await mayBeChased(ctx, await opened(ctx, id))).toMatchObject({ kind: 'done' })
  }))

test('one person still signs once, whatever they have chased', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, email, name } = await unanswered(ctx, campaign)
    await chaseLetter(ctx, id, { words })
    const again = await writtenLetter(ctx, campaign, { email, name })
    expect(await confirmLetter(ctx, again.id)).toMatchObject({ outcome: 'taken' })
    expect(await ctx.db.select().from(supporters).where(eq(supporters.id, again.supporterId))).toHaveLength(1)
  }))

test('the words that are offered name the first letter, say what came, and vary from person to person', () => {
  const text = { subject: 'Ceasefire now', body: 'Please act.' }
  const offered = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((turn) =>
    chaseWords({ id: `0000000${turn}-0000-4000-8000-000000000000`, acceptedAt: NOON, text }, 'no'),
  )
  expect(new Set(offered.map(({ body }) => body)).size).toBe(9)
  for (const { subject, body } of offered) {
    expect(subject).toBe('Re: Ceasefire now')
    expect(body).toContain('10 November 2026')
    expect(body).toContain('“Ceasefire now”')
    expect(body).toContain('I have not had an answer.')
  }
  const acknowledged = chaseWords({ id: crypto.randomUUID(), acceptedAt: NOON, text }, 'acknowledgement')
  expect(acknowledged.body).toContain('Your office has acknowledged it')
  const long = { id: crypto.randomUUID(), acceptedAt: NOON, text: { ...text, subject: 'a'.repeat(120) } }
  expect(chaseWords(long, 'no').subject).toHaveLength(120)
})

async function opened(ctx: TestContext, id: string) {
  const letter = await findLetter(ctx, id)
  if (!letter) throw new Error('It has gone.')
  return letter
}
