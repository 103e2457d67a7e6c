import { createElement } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { type HeldReason, heldReasons, type LetterState, letterStates } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { NOON } from '@/lib/kernel/testing/noon'
import { previewedSteps } from '@/lib/letters/next-steps/steps-for'
import { livingCampaign, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { LetterStatus } from './letter-status'

type Props = Parameters<typeof LetterStatus>[0]

let campaign: LiveCampaign

beforeAll(async () => {
  campaign = (await livingCampaign()).campaign
})

type Case = { state: LetterState; heldReason?: HeldReason; reason?: string; given?: Partial<Props['letter']> }

/** Every state that a letter can be in, and why. */
const cases: Case[] = [
  ...letterStates.filter((state) => state !== 'held').map((state) => ({ state })),
  ...heldReasons.map((heldReason) => ({ state: 'held' as const, heldReason })),
  ...['suppressed', 'mailbox-full', 'hard-bounce'].map((reason) => ({ state: 'bounced' as const, reason })),
  ...['gave-up', 'refused', 'staff', 'waited-review', 'waited-returned', 'waited-unsettled', 'waited-mp'].map(
    (reason) => ({ state: 'failed' as const, reason }),
  ),
  { state: 'queued', reason: 'mailbox-full', given: { acceptedAt: NOON, copiedAt: NOON } },
  { state: 'queued', given: { notGenuineAt: NOON } },
  { state: 'held', heldReason: 'abuse', given: { notGenuineAt: NOON } },
]
const WENT = ['accepted', 'delivered']
const GOES = ['queued', 'sending', ...WENT]

function nameOf({ state, heldReason, reason, given }: Case): string {
  return [state, heldReason ?? reason, given && Object.keys(given).join(' ')].filter(Boolean).join(', ')
}

async function pageOf({ state, heldReason, reason, given }: Case, more: Partial<Props> = {}): Promise<string> {
  const ctx = contextFor({ kind: 'supporter' })
  const seat = await findSeat(ctx, heldReason === 'vacant' ? VACANT : WESTMINSTER)
  const page = createElement(LetterStatus, {
    letter: {
      campaignSlug: campaign.slug,
      state,
      chases: null,
      heldReason: heldReason ?? null,
      placing: 'inside',
      placedIn: [],
      sentByWriterAt: state === 'by-writer' ? NOON : null,
      acceptedAt: WENT.includes(state) ? NOON : null,
      copiedAt: null,
      confirmedAt: ['unconfirmed', 'expired'].includes(state) ? null : NOON,
      mail: { stopped: false, toldOfEnd: false },
      isErased: false,
      ...given,
    },
    content: campaign.content,
    seat,
    mp: seat?.mp ?? null,
    history: [{ state, reason: heldReason ?? reason ?? null, at: NOON }],
    seats: await publicSeats(ctx, campaign.id),
    steps: previewedSteps(campaign.content, seat),
    shareCode: 'abcdefgh',
    sendingPaused: false,
    confirmed: true,
    already: false,
    readAt: '/read',
    here: { href: '/letters/x', stamp: 'x' },
    ...more,
  })
  return withExchange(newExchange(), () => htmlOf(page))
}

const stepIn = (html: string) => wordsIn(/<li aria-current="step".*?<\/li>/.exec(html)?.[0] ?? '')

test('the marker says "Sent" of no letter that was not sent, and is done only where it was', async () => {
  const said = new Map<string, string>()
  for (const one of cases) {
    const html = await pageOf(one)
    const step = stepIn(html)
    said.set(nameOf(one), step.replace(/^.*: /, ''))
    if (!WENT.includes(one.state)) expect(step, nameOf(one)).not.toMatch(/: (Sent|Arrived)$/)
    const isDone = /<li aria-current="step"[^>]*><div class="[^"]*bg-accent/.test(html)
    expect(isDone, nameOf(one)).toBe([...WENT, 'by-writer'].includes(one.state))
  }
  expect(said.get('queued')).toBe('On its way')
  expect(said.get('held, vacant')).toBe('Kept')
  expect(said.get('held, no-address-yet')).toBe('Kept')
  expect(said.get('held, no-email')).toBe('Ready to post')
  expect(said.get('by-writer')).toBe('Sent by you')
  expect(said.get('bounced')).toBe('Came back')
})

test('no page says more of a letter than what became of it', async () => {
  for (const one of cases) {
    const words = wordsIn(await pageOf(one))
    const name = nameOf(one)
    expect(words, name).not.toMatch(/pass this page on|given yours one/i)
    if (!WENT.includes(one.state)) expect(words, name).not.toMatch(/letter (is|has been) sent\b|has arrived/i)
    if (!GOES.includes(one.state) || one.given?.notGenuineAt) {
      expect(words, name).not.toContain(campaign.content.share.text)
      expect(words, name).not.toMatch(/a copy comes to you|on its way/i)
    }
    expect(/<h1[^>]*>(.*?)<\/h1>/.exec(await pageOf(one, { confirmed: false }))?.[1], name).not.toMatch(/^It /)
  }
})

test('a stamp stands on a letter that goes or has gone, and a link is said to be below only where it is', async () => {
  for (const one of cases) {
    const html = await pageOf(one)
    const goes = GOES.includes(one.state) || WENT.includes(one.state) || Boolean(one.given?.acceptedAt)
    expect(html.includes('fill-post'), nameOf(one)).toBe(goes && !one.given?.notGenuineAt)
  }
  const sent = { state: 'accepted' } as const
  expect(await pageOf(sent)).toContain('give them the link below')
  expect(await pageOf(sent, { steps: [] })).not.toContain('give them the link below')
})

test('no postmark stands on a letter that was not tried, and the map is folded under a letter that did not go', async () => {
  const given = { acceptedAt: NOON }
  expect(await pageOf({ state: 'bounced', reason: 'hard-bounce', given })).toContain('fill-post')
  expect(await pageOf({ state: 'bounced', reason: 'suppressed', given })).not.toContain('fill-post')
  for (const one of cases) {
    const html = await pageOf(one)
    const isFolded = /<summary[^>]*>(<span[^>]*>)+Who else has written/.test(html)
    const unsent = ['bounced', 'failed', 'withdrawn'].includes(one.state) || Boolean(one.given?.notGenuineAt)
    expect(isFolded, nameOf(one)).toBe(unsent)
  }
})

test('a second letter is called so in whatever state, and leads to the first; another is not', async () => {
  for (const one of cases) {
    const second = await pageOf(
      { ...one, given: { ...one.given, chases: 'first' } },
      { confirmed: false, firstAt: '/letters/first' },
    )
    expect(/<h1[^>]*>(.*?)<\/h1>/.exec(second)?.[1], nameOf(one)).toMatch(/second letter|whether your/)
    expect(second, nameOf(one)).toContain('href="/letters/first"')
    expect(await pageOf(one), nameOf(one)).not.toMatch(/second letter/i)
  }
})

test('a letter that was not confirmed in time is marked so, and leads to writing it again', async () => {
  const html = await pageOf({ state: 'expired' })
  expect(stepIn(html)).toMatch(/: Confirm$/)
  expect(html).toMatch(/href="\/campaigns\/[^"]+">Write your letter again/)
})

test('a letter to post leads to where it is printed just after confirming, and to a link by e-mail later', async () => {
  const toPost = { state: 'held', heldReason: 'no-email' } as const
  expect(await pageOf(toPost)).toContain('href="/read"')
  const later = await pageOf(toPost, { confirmed: false, readAt: null })
  expect(later).not.toContain('href="/read"')
  expect(later).toContain('id="own-letter-form"')
})

test('the page asks whether it has moved on only where it may', async () => {
  for (const one of cases) {
    const moves = ['queued', 'sending', 'accepted'].includes(one.state)
    expect((await pageOf(one)).includes('See where it is now'), nameOf(one)).toBe(moves)
  }
})

test('a campaign’s own words for letters that are kept or to be posted stand there, and only there', async () => {
  const { content } = campaign
  const thankYou = {
    ...content.thankYou,
    kept: ['We keep it well.'],
    awaited: ['It will not be long.'],
    toPost: ['A stamp will do.'],
  }
  const own = { content: { ...content, thankYou, share: { ...content.share, unsent: 'My letter waits.' } } }
  const kept = await pageOf({ state: 'held', heldReason: 'vacant' }, own)
  const toPost = await pageOf({ state: 'held', heldReason: 'no-email' }, own)
  const awaited = await pageOf({ state: 'held', heldReason: 'no-address-yet' }, own)
  const goes = await pageOf({ state: 'queued' }, own)
  expect([kept, toPost, goes].map((html) => html.includes('We keep it well.'))).toEqual([true, false, false])
  expect([kept, toPost, goes].map((html) => html.includes('A stamp will do.'))).toEqual([false, true, false])
  expect([kept, awaited, toPost].map((html) => html.includes('It will not be long.'))).toEqual([false, true, false])
  expect([kept, toPost, goes].map((html) => html.includes('My%20letter%20waits.'))).toEqual([true, true, false])
})
