import { beforeAll, expect, test } from 'vitest'
import { type Exchange, newExchange, withExchange } from '@/app/_server/exchange'
import ConfirmPage from '@/app/(public)/confirm/[token]/page'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import {
  confirmedLetter,
  livingCampaign,
  mailTo,
  NO_EMAIL,
  tokenIn,
  VACANT,
  writtenLetter,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { form } from './form'
import SentPage from './page'
import { GET as reminder } from './reminder.ics/route'

let ctx: TestContext
let campaign: LiveCampaign

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  ctx.setNow(new Date())
})

let callers = 0
function exchange(): Exchange {
  callers += 1
  return newExchange({ clientAddress: `198.51.100.${callers}` })
}

/** What the page says after its form was sent with these fields, or when it is opened. */
async function page(token: string, fields?: Record<string, string>): Promise<string> {
  const now = exchange()
  return withExchange(now, async () => {
    let done = {}
    if (fields) {
      const sent = new FormData()
      for (const [name, value] of Object.entries(fields)) sent.append(name, value)
      const answer = await form(sent, { slug: campaign.slug, token })
      if ('show' in answer) now.form = { by: answer.by, show: answer.show }
      else if ('redirect' in answer)
        done = Object.fromEntries(new URL(answer.redirect, 'http://localhost').searchParams)
    }
    return htmlOf(
      SentPage({ params: Promise.resolve({ slug: campaign.slug, token }), searchParams: Promise.resolve(done) }),
    )
  })
}

const said = (html: string) => wordsIn(html).replace(/[\w.]+@[\w.]+/g, 'ADDRESS')

test('a slip of the domain is put right by one press', async () => {
  const { token } = await writtenLetter(ctx, campaign, { email: 'ann.slip@gmial.com' })
  const html = await page(token)
  expect(wordsIn(html)).toContain('Did you mean ann.slip@gmail.com')
  const pressed = await page(token, { email: 'ann.slip@gmail.com' })
  expect(wordsIn(pressed)).toContain('it has the new address now')
  expect(wordsIn(pressed)).toContain('We send a link to ann.slip@gmail.com')
  expect(pressed).toContain('https://mail.google.com/mail/u/?authuser=ann.slip%40gmail.com#search/')
  expect(wordsIn(await page(token))).toContain('We send a link to ann.slip@gmail.com')
  expect(wordsIn(pressed)).not.toContain('Did you mean')
})

test('the answer to a new address is the same of a letter that waits, is confirmed, or is of somebody known', async () => {
  const waits = await writtenLetter(ctx, campaign)
  const confirmed = await writtenLetter(ctx, campaign)
  await confirmLetter(ctx, confirmed.id)
  const known = await writtenLetter(ctx, campaign, { name: 'Known Person' })
  await confirmedLetter(ctx, campaign, { name: 'Known Person', email: 'known.person@example.org' })
  const pages = [
    await page(waits.token, { email: 'new.one@example.org' }),
    await page(confirmed.token, { email: 'new.two@example.org' }),
    await page(known.token, { email: 'known.person@example.org' }),
  ]
  expect(new Set(pages.map(said)).size).toBe(1)
  expect(wordsIn(pages[1] ?? '')).toContain('We send a link to new.two@example.org')
})

test('an address that cannot be is refused at its field, which stays open with what was typed', async () => {
  const { token, email } = await writtenLetter(ctx, campaign)
  const html = await page(token, { email: 'not an address' })
  expect(html).toContain('value="not an address"')
  expect(html).toContain('role="alert"')
  expect(html).toMatch(/<details open=""[^>]*>(?:(?!<\/details>)[\s\S])*id="change-email-form"/)
  expect(wordsIn(html)).toContain(`We send a link to ${email}`)
})

test('after five e-mails, and after three addresses, there is a way on', async () => {
  const { token, id } = await writtenLetter(ctx, campaign)
  for (let minute = 1; minute <= 6; minute++) {
    ctx.setNow(new Date(Date.now() + minute * 61_000))
    const html = await page(token, {})
    if (minute === 6) expect(wordsIn(html)).toMatch(/asked for it five times|One moment/)
  }
  ctx.setNow(new Date())
  for (let time = 1; time <= 3; time++) await page(token, { email: `way.on${time}@example.org` })
  const html = await page(token, { email: 'way.on4@example.org' })
  expect(wordsIn(html)).toContain('The address was not changed')
  expect(html).toContain(`href="/campaigns/${campaign.slug}"`)
  expect(id).toBeTruthy()
})

test('what the press does is said as it is for the seat', async () => {
  const of = async (constituencyCode: string) =>
    wordsIn(await page((await writtenLetter(ctx, campaign, { constituencyCode })).token))
  expect(await of(VACANT)).toContain('kept for the next MP')
  expect(await of(VACANT)).not.toContain('does your letter go')
  expect(await of(NO_EMAIL)).toContain('made ready to post')
  expect(await of(NO_EMAIL)).not.toContain('does your letter go')
})

test('the link that was mailed before says that another took its place', async () => {
  const { id, token, email } = await writtenLetter(ctx, campaign)
  await sendConfirmation(ctx, id, false)
  const old = tokenIn((await mailTo(email))[0], 'confirm')
  await page(token, { email: 'took.its.place@example.org' })
  const html = await withExchange(exchange(), () =>
    htmlOf(ConfirmPage({ params: Promise.resolve({ token: old }), searchParams: Promise.resolve({}) })),
  )
  expect(wordsIn(html)).toContain('Another e-mail address was given')
  expect(html).not.toContain('id="confirm-form"')
})

test('the reminder for a calendar holds nothing of its writer, and runs out with the page', async () => {
  const { token, email, id } = await writtenLetter(ctx, campaign, { name: 'Quinta Zeller' })
  const get = (of: string) =>
    withExchange(exchange(), () =>
      reminder(new Request('http://localhost/'), { params: Promise.resolve({ slug: campaign.slug, token: of }) }),
    )
  const answer = await get(token)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  const entry = await answer.text()
  for (const own of [email, 'Quinta', token]) expect(entry).not.toContain(own)
  ctx.setNow(new Date(Date.now() - 8 * DAY))
  const old = await makeLink(ctx, 'sent', { letterId: id }, 7)
  ctx.setNow(new Date())
  expect((await get(old)).status).toBe(404)
  expect((await get('forged')).status).toBe(404)
})
