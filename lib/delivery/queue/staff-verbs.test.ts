import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { letters, type Role } from '@/db/schema/index'
import { raisedAlerts } from '@/lib/delivery/alerts/alert-rules'
import { alertStaff } from '@/lib/delivery/alerts/raise-alerts'
import { receiveMailEvent } from '@/lib/delivery/events/receive'
import { sendAlertJob } from '@/lib/delivery/jobs'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { attemptsAt, lastNote } from '@/lib/delivery/ledger/testing'
import { deliverLetter } from '@/lib/delivery/testing'
import type { Context } from '@/lib/kernel/context'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { countForPerson } from '@/lib/letters/held-for-person'
import { moveLetter } from '@/lib/letters/move'
import { setHeldWords } from '@/lib/letters/review/held-words'
import {
  confirmedLetter,
  letterRow,
  mailFrom,
  mailTo,
  NO_EMAIL,
  onCampaign,
  queued,
  VACANT,
  writtenLetter,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendAlert } from '@/lib/messages/to-staff/alert'
import { setSwitch } from '@/lib/staff/set-switch'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { actOnLetter, countForAction, type LetterAct } from './act-on-letter'
import { beginAct } from './begin-bulk-act'
import { type LetterFilter, letterFilter } from './filter'
import { countLetters, findLetters, nextLetter } from './find-letters'
import { letterFacts } from './letter-facts'
import { cancelAct, openActs } from './open-bulk-acts'
import { openLetterText } from './open-letter-text'
import { pausedSending, setSendingPaused } from './pause-sending'
import { previewAct } from './preview-act'
import { queueGauge } from './queue-gauge'
import { blockedDomains, tryDomainAgain } from './retry-blocked-domain'
import { forgetFilter, savedFilters, saveFilter } from './saved-filters'
import { type LetterAction, letterActions } from './what-staff-can-do'

vi.hoisted(() => {
  process.env.SEND_HOURS = '07:00-20:00'
  process.env.SEND_PER_MP_HOUR = '2'
})

const OTHER_SEAT = 'E14001322'
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
const admin = (ctx: TestContext, email?: string) => memberContext(ctx, 'admin' as Role, email)
const filter = (given: Record<string, string> = {}) =>
  letterFilter.parse({ state: null, mp: null, day: null, complained: null, ...given })
const event = (type: string, providerId: string | null, bounce: 'hard' | null = null) => ({
  type,
  providerId,
  tags: {},
  occurredAt: null,
  bounce,
  permanent: bounce === 'hard',
  report: null,
  said: null,
})

/** How many letters an act has changed that one batch holds. */
async function begin(ctx: Context, which: LetterFilter, act: LetterAct): Promise<number | null> {
  const begun = await beginAct(ctx, which, act)
  return begun.ended ? begun.changed : null
}

describe('staff', () => {
  test.each(['0000-01-01', '2026-02-30', '275760-09-14', 'NaN', '__proto__'])('ask for no day such as %s', (day) => {
    expect(filter({ day }).day).toBeNull()
  })

  test('find letters by state, by MP and by day, newest first, and nothing of their writers', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const first = await confirmedLetter(ctx, campaign, { name: 'Zuleika Dobson' })
      ctx.setNow(new Date('2026-11-11T00:30:00Z'))
      const second = await confirmedLetter(ctx, campaign, { constituencyCode: OTHER_SEAT })
      const unconfirmed = await writtenLetter(ctx, campaign)
      const ids = async (given: Record<string, string>) =>
        (await findLetters(staff, filter(given), 10)).letters.map(({ id }) => id)
      expect(await ids({ state: 'queued' })).toEqual([second.id, first.id])
      expect(await ids({ state: 'unconfirmed' })).toEqual([unconfirmed.id])
      expect(await ids({ mp: 'blake', state: 'queued' })).toEqual([first.id])
      expect(await ids({ mp: 'cities of london', state: 'queued' })).toEqual([first.id])
      expect(await ids({ mp: '%' })).toEqual([])
      expect(await ids({ day: '2026-11-10' })).toEqual([first.id])
      expect(await ids({ day: '2026-11-11' })).toEqual([second.id])
      expect(await countLetters(staff, filter())).toEqual({ letters: 3, isLeast: false })
      expect(await ids({ campaign: campaign.id, state: 'queued' })).toEqual([second.id, first.id])
      expect(await ids({ campaign: crypto.randomUUID() })).toEqual([])
      expect(JSON.stringify(await findLetters(staff, filter(), 10))).not.toContain('Zuleika')
      expect(filter({ state: 'nonsense', day: '2026-13-45' })).toMatchObject({ state: null, day: null })
    }))

  test('go from page to page, each letter once, and through letters one by one, the oldest first', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const written: string[] = []
      // Some of the same moment, so that the moment alone tells no page from the next.
      for (let count = 0; count < 5; count++) {
        written.push((await confirmedLetter(ctx, campaign)).id)
        if (count % 2 === 0) ctx.setNow(new Date(ctx.now().getTime() + MINUTE))
      }
      const seen: string[] = []
      let after: string | null = null
      do {
        const page = await findLetters(staff, filter({ state: 'queued' }), 2, after)
        seen.push(...page.letters.map(({ id }) => id))
        after = page.older
      } while (after)
      expect(seen).toHaveLength(5)
      expect(new Set(seen)).toEqual(new Set(written))
      const walked: string[] = []
      for (let at = await nextLetter(staff, filter(), null); at; at = await nextLetter(staff, filter(), at)) {
        walked.push(at)
      }
      expect(walked).toEqual(seen.reverse())
      expect(await nextLetter(staff, filter(), crypto.randomUUID())).toBeNull()
    }))

  test('release what a person decides, and are told before what waits for its MP, and what is left as it is', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const held = async (given: Parameters<typeof confirmedLetter>[2] = {}) => {
        const { id } = await confirmedLetter(ctx, campaign, given)
        const { state } = await letterRow(ctx, id)
        if (state === 'queued') await actOnLetter(staff, id, { action: 'hold', reason: 'A look' })
        return id
      }
      const [first, vacant, noEmail] = [
        await held(),
        await held({ constituencyCode: VACANT }),
        await held({ constituencyCode: NO_EMAIL }),
      ]
      const unsettled = await held()
      await ctx.db.update(letters).set({ heldReason: 'unsettled' }).where(eq(letters.id, unsettled))
      const looked = await held()
      await ctx.db.update(letters).set({ constituencyCode: VACANT }).where(eq(letters.id, looked))
      const queuedLetter = await confirmedLetter(ctx, campaign)
      const preview = await previewAct(staff, filter(), 'release')
      expect(preview).toMatchObject({ changed: 2, waits: [{ why: 'vacant', letters: 1 }] })
      const one = (of: Record<string, unknown>) => ({ erased: false, letters: 1, ...of })
      expect(preview.unchanged).toHaveLength(4)
      expect(preview.unchanged).toEqual(
        expect.arrayContaining([
          one({ state: 'held', heldReason: 'vacant' }),
          one({ state: 'held', heldReason: 'no-email' }),
          one({ state: 'held', heldReason: 'unsettled' }),
          one({ state: 'queued', heldReason: null }),
        ]),
      )
      expect(await begin(staff, filter(), { action: 'release', reason: 'Fine' })).toBe(preview.changed)
      const states = await Promise.all(
        [first, looked, vacant, noEmail, unsettled, queuedLetter.id].map(
          async (id) => (await letterRow(ctx, id)).state,
        ),
      )
      expect(states).toEqual(['queued', 'queued', 'held', 'held', 'held', 'queued'])
    }))

  test('keep filters under names for the team, so many, and forget them', () =>
    onCampaign(async (ctx) => {
      const staff = await admin(ctx)
      expect(await saveFilter(staff, 'Abuse', filter({ state: 'held', held: 'abuse' }))).toBe(true)
      expect(await saveFilter(staff, 'Abuse', filter({ held: 'abuse' }))).toBe(true)
      expect(await savedFilters(await admin(ctx, 'two@example.org'))).toEqual([{ name: 'Abuse', query: 'held=abuse' }])
      for (let count = 0; count < 29; count++) await saveFilter(staff, `${count}`, filter())
      expect(await saveFilter(staff, 'One more', filter())).toBe(false)
      await forgetFilter(staff, 'Abuse')
      expect(await savedFilters(staff)).toHaveLength(29)
    }))

  test('see how a letter came where it is, without its text; opening the text is audited', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const { id } = await confirmedLetter(ctx, campaign, { name: 'Zuleika Dobson' })
      await deliverLetter(ctx, id)
      const facts = await letterFacts(staff, id)
      expect(facts?.history.map(({ state }) => state)).toEqual(['unconfirmed', 'queued', 'sending', 'accepted'])
      expect(facts?.attempts).toMatchObject([{ transport: 'local', outcome: 'accepted', asks: 1 }])
      expect(JSON.stringify(facts)).not.toMatch(/Zuleika|grandmother/)
      expect(await auditOf(ctx, 'letters.open')).toEqual([])
      expect(await openLetterText(staff, id)).toMatchObject({ letter: { name: 'Zuleika Dobson' } })
      const [row] = await auditOf(ctx, 'letters.open')
      expect(row).toMatchObject({ actorKind: 'staff' })
      expect(await letterFacts(staff, 'no-id')).toBeNull()
      expect(await openLetterText(staff, crypto.randomUUID())).toBeNull()
    }))

  test('hold a letter with a reason, and release it: it goes', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const { id, email } = await confirmedLetter(ctx, campaign)
      expect(await actOnLetter(staff, id, { action: 'hold', reason: 'A second look' })).toBe(true)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'staff' })
      expect(await lastNote(ctx, id)).toBe('A second look')
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(1)
      await sendDue(ctx)
      expect(await mailFrom(email)).toEqual([])
      expect(await actOnLetter(staff, id, { action: 'release', reason: 'Fine' })).toBe(true)
      await sendDue(ctx)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', round: 1 })
      expect(await auditOf(ctx, 'letters.hold')).toMatchObject([{ after: { changed: 1 } }])
      expect(JSON.stringify(await auditOf(ctx, 'letters.hold'))).not.toContain('A second look')
    }))

  test('send a letter that came back again, under a new key; its writer gets no second copy', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const { id } = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, id)
      await moveLetter(ctx, id, { from: ['accepted'], to: 'bounced', set: { endedAt: NOON } })
      expect(await actOnLetter(staff, id, { action: 'send-again', reason: 'The office gave us another address' })).toBe(
        true,
      )
      await sendDue(ctx)
      expect(await attemptsAt(ctx, id)).toMatchObject([{ key: id }, { key: `${id}/2`, outcome: 'accepted' }])
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', endedAt: null })
      expect(await queued(ctx, 'send-copy', id)).toHaveLength(1)
    }))

  test('fail a letter with a reason, and its writer is told', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const { id } = await confirmedLetter(ctx, campaign)
      expect(await actOnLetter(staff, id, { action: 'fail', reason: 'Abusive' })).toBe(true)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed' })
      expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
    }))

  test('act on many at once, as many as the preview said, in one audit row', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      for (let count = 0; count < 5; count++) await confirmedLetter(ctx, campaign)
      const elsewhere = await confirmedLetter(ctx, campaign, { constituencyCode: OTHER_SEAT })
      const which = { filter: filter({ mp: 'Blake' }) }
      expect(await countForAction(staff, which, 'hold')).toBe(5)
      expect(await countForAction(staff, which, 'release')).toBe(0)
      expect(await begin(staff, which.filter, { action: 'hold', reason: 'The office asked' })).toBe(5)
      expect(await countForAction(staff, which, 'release')).toBe(5)
      expect(await letterRow(ctx, elsewhere.id)).toMatchObject({ state: 'queued' })
      expect(await auditOf(ctx, 'letters.hold')).toMatchObject([{ after: { changed: 5, filter: { mp: 'Blake' } } }])
    }))

  test('of what nobody knows, release nothing: it can only be sent again, knowingly', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const { id } = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, id, { from: ['queued'], to: 'held', heldReason: 'unsettled' })
      expect(await actOnLetter(staff, id, { action: 'release', reason: 'x' })).toBe(false)
      expect(await actOnLetter(staff, id, { action: 'send-again', reason: 'The service’s log does not have it' })).toBe(
        true,
      )
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued', round: 2 })
    }))

  test.each([
    ['unconfirmed', ['not-genuine']],
    ['queued', ['hold', 'fail', 'not-genuine']],
    ['accepted', ['not-genuine']],
  ] as const)('can do to a letter that is %s: %j', (state, can) =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const { id } = state === 'unconfirmed' ? await writtenLetter(ctx, campaign) : await confirmedLetter(ctx, campaign)
      if (state === 'accepted') await deliverLetter(ctx, id)
      const counts = await Promise.all(
        letterActions.map(
          async (action): Promise<LetterAction[]> =>
            (await countForAction(staff, { id }, action)) > 0 ? [action] : [],
        ),
      )
      expect(counts.flat()).toEqual(can)
    }),
  )

  test('stop all sending, or one campaign’s, at once; the letters wait, and go on', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      const { id } = await confirmedLetter(ctx, campaign)
      const one = (paused: boolean) => setSendingPaused(staff, { campaignId: campaign.id, paused })
      const all = (paused: boolean) => setSwitch(staff, { name: 'sending', on: !paused })
      for (const stop of [all, one]) {
        await stop(true)
        await sendDue(ctx)
        expect(await deliverLetter(ctx, id)).toBeNull()
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued' })
        expect(await pausedSending(staff)).toMatchObject({ all: stop === all })
        await stop(false)
      }
      await sendDue(ctx)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
      expect(await auditOf(ctx, 'letters.pause')).toHaveLength(1)
      expect(await auditOf(ctx, 'letters.resume')).toHaveLength(1)
      expect(await auditOf(ctx, 'switches.set')).toMatchObject([
        { before: { on: true }, after: { on: false } },
        { before: { on: false }, after: { on: true } },
      ])
    }))

  test('see how the queue stands: waiting, oldest, the last hour and the next', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx)
      for (let count = 0; count < 5; count++) await confirmedLetter(ctx, campaign)
      await confirmedLetter(ctx, campaign, { constituencyCode: OTHER_SEAT })
      expect(await queueGauge(staff)).toEqual({ waiting: 6, oldest: NOON, lastHour: 0, nextHour: 3, stopped: null })
      ctx.setNow(after(MINUTE))
      await sendDue(ctx)
      expect(await queueGauge(staff)).toMatchObject({ waiting: 3, lastHour: 3, nextHour: 2 })
      ctx.setNow(after(9 * HOUR))
      expect(await queueGauge(staff)).toMatchObject({ stopped: { why: 'hours' } })
    }))
})

describe.each(['editor', 'campaigner'] as const)('refuses an %s', (role) => {
  test.each([
    ['to find letters', (ctx) => findLetters(ctx, filter(), 1)],
    ['to count them', (ctx) => countLetters(ctx, filter())],
    ['to go through them', (ctx) => nextLetter(ctx, filter(), null)],
    ['to see what an act would come to', (ctx) => previewAct(ctx, filter(), 'hold')],
    ['to see the filters', async (ctx) => savedFilters(ctx)],
    ['to keep a filter', (ctx) => saveFilter(ctx, 'x', filter())],
    ['to forget a filter', (ctx) => forgetFilter(ctx, 'x')],
    ['to see one', (ctx) => letterFacts(ctx, crypto.randomUUID())],
    ['to open one', async (ctx) => openLetterText(ctx, crypto.randomUUID())],
    ['to act', (ctx) => beginAct(ctx, filter(), { action: 'hold', reason: 'x' })],
    ['to act on one', async (ctx) => actOnLetter(ctx, crypto.randomUUID(), { action: 'hold', reason: 'x' })],
    ['to stop an act', async (ctx) => cancelAct(ctx, crypto.randomUUID())],
    ['to see what is being done', (ctx) => openActs(ctx)],
    ['to count', (ctx) => countForAction(ctx, { filter: filter() }, 'hold')],
    ['to stop sending', async (ctx) => setSendingPaused(ctx, { campaignId: crypto.randomUUID(), paused: true })],
    ['to try a domain again', async (ctx) => tryDomainAgain(ctx, 'example.org')],
    ['to see what is blocked', (ctx) => blockedDomains(ctx)],
    ['the gauge', (ctx) => queueGauge(ctx)],
  ] as [string, (ctx: Awaited<ReturnType<typeof memberContext>>) => Promise<unknown>][])('%s', (_what, verb) =>
    onCampaign(async (ctx) => {
      const member = await memberContext(ctx, role)
      await expect((async () => verb(member))()).rejects.toMatchObject({ code: 'not-allowed' })
    }),
  )
})

describe('administrators are told', () => {
  const kinds = async (ctx: TestContext) => (await raisedAlerts(ctx)).map(({ kind }) => kind)

  test('when the oldest letter has waited an hour of the time in which letters go, and not for the night', () =>
    onCampaign(async (ctx, campaign) => {
      ctx.setNow(new Date('2026-11-10T19:30:00Z'))
      await confirmedLetter(ctx, campaign)
      ctx.setNow(new Date('2026-11-11T07:29:00Z'))
      expect(await kinds(ctx)).toEqual([])
      ctx.setNow(new Date('2026-11-11T07:30:00Z'))
      expect(await kinds(ctx)).toEqual(['queue'])
    }))

  test('when more than one in twenty of a day’s letters came back', () =>
    onCampaign(async (ctx, campaign) => {
      const letters = []
      for (let count = 0; count < 20; count++) letters.push(await confirmedLetter(ctx, campaign))
      for (let hours = 0; hours < 10; hours++) {
        ctx.setNow(new Date(NOON.getTime() - 4 * HOUR + hours * HOUR))
        await sendDue(ctx)
      }
      const ids = await Promise.all(letters.map(async ({ id }) => (await attemptsAt(ctx, id))[0]?.providerId ?? ''))
      await receiveMailEvent(ctx, 'a', event('email.bounced', ids[0] ?? '', 'hard'))
      expect(await kinds(ctx)).toEqual([])
      await receiveMailEvent(ctx, 'b', event('email.bounced', ids[1] ?? '', 'hard'))
      expect(await kinds(ctx)).toEqual(['bounces'])
      await receiveMailEvent(ctx, 'c', event('email.bounced', ids[2] ?? '', 'hard'))
      expect(await kinds(ctx)).toEqual(['bounces', 'mp-bounces'])
      ctx.setNow(after(8 * DAY))
      expect(await kinds(ctx)).toEqual([])
    }))

  test('of letters that are held for a person within 15 minutes, of all that were held since by one e-mail', () =>
    onCampaign(async (ctx, campaign) => {
      const staff = await admin(ctx, 'held@example.org')
      await memberContext(ctx, 'editor', 'editor-held@example.org')
      await setHeldWords(staff, ['scandal'])
      const tick = async () => {
        ctx.setNow(new Date(ctx.now().getTime() + 10 * MINUTE))
        await alertStaff(ctx)
        const jobs = await queued(ctx, sendAlertJob, 'held')
        for (const { payload } of jobs) await sendAlert(ctx, payload)
        return (await mailTo('held@example.org')).filter(({ subject }) => /wait/.test(subject)).length
      }
      // What goes by itself once it can is nothing for a person.
      await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await confirmedLetter(ctx, campaign)
      expect(await tick()).toBe(0)
      for (let count = 0; count < 3; count++) await confirmedLetter(ctx, campaign, { subject: 'A scandal' })
      expect(await tick()).toBe(1)
      expect(await tick()).toBe(1)
      const [mail] = await mailTo('held@example.org')
      expect(mail?.subject).toBe('3 letters wait for a person to look at them')
      expect(mail?.text).toContain('3 letters: by a rule against abuse')
      expect(mail?.text).toContain('/staff/letters?look=1')
      const { id } = await confirmedLetter(ctx, campaign, { subject: 'A scandal' })
      // Held while it looks: told of by the look after, and once.
      ctx.setNow(new Date(ctx.now().getTime() + 9.5 * MINUTE))
      const late = await confirmedLetter(ctx, campaign, { subject: 'A scandal' })
      ctx.setNow(new Date(ctx.now().getTime() - 9.5 * MINUTE))
      expect(await tick()).toBe(2)
      expect(await tick()).toBe(3)
      expect(await tick()).toBe(3)
      // What the team holds itself is no news to it.
      const own = await confirmedLetter(ctx, campaign)
      await actOnLetter(staff, own.id, { action: 'hold', reason: 'Ask its writer' })
      expect(await tick()).toBe(3)
      expect(await tick()).toBe(3)
      for (const each of [id, late.id, own.id]) await actOnLetter(staff, each, { action: 'release', reason: 'Fine' })
      expect(await countForPerson(ctx, 100)).toBe(3)
      expect(await countForPerson(ctx, 2)).toBe(2)
      expect(await mailTo('editor-held@example.org')).toEqual([])
      expect(await countLetters(staff, filter({ look: '1' }))).toMatchObject({ letters: 3 })
    }))

  test('once a day of each thing, every one of them, by e-mail', () =>
    onCampaign(async (ctx, campaign) => {
      await admin(ctx, 'one@example.org')
      await admin(ctx, 'two@example.org')
      await memberContext(ctx, 'editor', 'editor@example.org')
      const { id } = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, id)
      const [attempt] = await attemptsAt(ctx, id)
      await receiveMailEvent(ctx, 'complaint', event('email.complained', attempt?.providerId ?? ''))
      for (let time = 0; time < 3; time++) await alertStaff(ctx)
      const jobs = await queued(ctx, sendAlertJob, 'complaint')
      expect(jobs).toHaveLength(2)
      for (const { payload } of jobs) await sendAlert(ctx, payload)
      for (const address of ['one@example.org', 'two@example.org'])
        expect((await mailTo(address)).map(({ subject }) => subject)).toEqual(['A letter was reported as unwanted'])
      expect(await mailTo('editor@example.org')).toEqual([])
    }))
})
