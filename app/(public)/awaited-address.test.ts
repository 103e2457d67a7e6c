import { createElement } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { previews } from '@/emails/previews'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat, type Seat } from '@/lib/directory/lookup'
import { longDate } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'
import { livingCampaign, WESTMINSTER } from '@/lib/letters/testing'
import { CheckYourEmail } from './campaigns/[slug]/sent/[token]/check-your-email'
import { afterwards, sends } from './campaigns/[slug]/write/[seat]/[stage]/what-sending-does'
import { MpStage } from './campaigns/[slug]/write/[seat]/mp-stage'
import { ConfirmLetter } from './confirm/[token]/confirm-letter'
import { historyWords } from './letters/[token]/state-words'
import { stageBySeat } from './stage-by-seat'

let campaign: LiveCampaign
let seat: Seat

/** A seat whose MP was listed so many days ago, without an address. */
function listed(daysAgo: number): Seat {
  if (!seat.mp) throw new Error('Nobody sits there.')
  return { ...seat, mp: { ...seat.mp, email: null, since: new Date(Date.now() - daysAgo * DAY) } }
}

beforeAll(async () => {
  const living = await livingCampaign()
  campaign = living.campaign
  const found = await findSeat(living.ctx, WESTMINSTER)
  if (!found) throw new Error('There is no such seat.')
  seat = found
})

const resend = { method: 'post' as const, action: '/sent' }

/** What each page says that is shown before a letter to this seat is confirmed, and the one on which it is. */
async function pagesFor(at: Seat): Promise<Record<string, string>> {
  const pages = {
    mp: createElement(MpStage, { campaign, seat: at }),
    sent: createElement(CheckYourEmail, { seat: at, email: 'a@example.org', said: null, resend }),
    confirm: createElement(ConfirmLetter, {
      seat: at,
      email: 'a@example.org',
      subject: 'Buses',
      confirmed: false,
      form: resend,
    }),
  }
  const words: Record<string, string> = {
    check: `${sends(at)}. ${afterwards(at, false)} ${stageBySeat(at).label}`,
  }
  for (const [name, page] of Object.entries(pages))
    words[name] = wordsIn(await withExchange(newExchange(), () => htmlOf(page)))
  return words
}

test('before it is confirmed, a letter to an MP whose address is waited for is said to be kept until there is one', async () => {
  const words = await pagesFor(listed(2))
  expect(words.check).toContain('Keep my letter until it can be e-mailed')
  expect(words.check).toContain('as soon as an e-mail address is listed')
  expect(words.sent).toContain('only then is your letter kept until your MP’s e-mail address is listed')
  for (const page of ['mp', 'confirm']) {
    expect(words[page], page).toContain('Rachel Blake has only just been listed as the MP')
    // Five days from now: on both sides of midnight, should it come in between.
    expect(words[page], page).toMatch(
      new RegExp(`by (${[5, 5 - 1 / 24].map((days) => longDate(new Date(Date.now() + days * DAY))).join('|')})`),
    )
  }
  for (const [page, said] of Object.entries(words)) {
    expect(said, page).toContain('Kept')
    expect(said, page).not.toMatch(/ready to post|goes by post|We have no e-mail address|vacant|Send my letter/i)
  }
})

test('of an address that is gone it is said that it is not listed, and not that its MP is new', async () => {
  const lately = listed(400)
  const words = await pagesFor({ ...lately, mp: lately.mp && { ...lately.mp, addressGoneAt: new Date() } })
  for (const page of ['mp', 'confirm']) {
    expect(words[page], page).toContain('The e-mail address of Rachel Blake is not listed at present.')
    expect(words[page], page).not.toContain('only just been listed')
  }
  expect(words.check).toContain('Keep my letter until it can be e-mailed')
})

test('once the days are over it is said to be made ready to post', async () => {
  const words = await pagesFor(listed(7))
  expect(words.check).toContain('Make my letter ready to post')
  for (const [page, said] of Object.entries(words)) {
    expect(said, page).toContain('Ready to post')
    expect(said, page).not.toMatch(/only just been listed|until it can be e-mailed|address is listed/i)
  }
})

test('of an MP for whom no address is listed it is said that we have none, not that they give or have none', async () => {
  const words = await pagesFor(listed(7))
  for (const page of ['mp', 'confirm'])
    expect(words[page], page).toContain('We have no e-mail address for Rachel Blake.')
  const others = {
    history: historyWords('held', 'no-email'),
    mails: JSON.stringify(previews),
  }
  for (const [where, said] of Object.entries({ ...words, ...others }))
    expect(said, where).not.toMatch(/\b(gives|has) no e-mail/i)
})
