import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import PrintPage from '@/app/(public)/campaigns/[slug]/print/[token]/page'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { letters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { lastingLink, makeLink } from '@/lib/kernel/secrets/tokens'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { RESENDS_MOST } from '@/lib/letters/confirming/send-confirmation-again'
import { livingCampaign, NO_EMAIL, queued, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { form } from './form'
import { GET as now } from './now/route'
import LetterPage from './page'

let ctx: TestContext
let campaign: LiveCampaign

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
})

const WRITER = { name: 'Zoe Quillfeather', address1: '41 Zinnia Walk', town: 'Quorn', body: 'My zither is broken.' }

/** A letter that was confirmed so long ago, and what its page's link is. */
async function confirmed(agoMs: number, constituencyCode?: string) {
  const letter = await writtenLetter(ctx, campaign, { ...WRITER, ...(constituencyCode && { constituencyCode }) })
  ctx.setNow(new Date(Date.now() - agoMs))
  const { token } = await confirmLetter(ctx, letter.id)
  ctx.setNow(new Date())
  if (!token) throw new Error('It was not confirmed.')
  return { ...letter, link: token }
}

const asked = <T>(work: () => Promise<T>) => withExchange(newExchange({ clientAddress: '203.0.113.9' }), work)
const letterPage = (token: string, searchParams: { confirmed?: string; already?: string; done?: string } = {}) =>
  asked(() => htmlOf(LetterPage({ params: Promise.resolve({ token }), searchParams: Promise.resolve(searchParams) })))
const printPage = (token: string) =>
  asked(() => htmlOf(PrintPage({ params: Promise.resolve({ slug: campaign.slug, token }) })))

function privateIn(html: string, email: string): string[] {
  return [...Object.values(WRITER), email].filter((each) => html.includes(each))
}

test('the page of a letter shows nothing of its writer or its text, however it is opened', async () => {
  const { link, email } = await confirmed(0)
  for (const query of [{}, { confirmed: '1' }, { already: '1' }]) {
    const html = await letterPage(link, query)
    expect(privateIn(html, email)).toEqual([])
    expect(wordsIn(html)).toContain('This page is yours alone')
  }
})

test('its link opens the letter just after confirming alone; a link that was e-mailed does later', async () => {
  const fresh = await confirmed(0)
  expect(await letterPage(fresh.link, { confirmed: '1' })).toContain(`/print/${fresh.link}`)
  expect(privateIn(await printPage(fresh.link), fresh.email)).toContain(WRITER.body)

  const later = await confirmed(HOUR + 1000)
  const page = await letterPage(later.link, { confirmed: '1' })
  expect(page).not.toContain('/print/')
  expect(page).toContain('id="own-letter-form"')
  const closed = await printPage(later.link)
  expect(privateIn(closed, later.email)).toEqual([])
  expect(closed).toContain(`action="/letters/${later.link}"`)
  expect(privateIn(await printPage(await lastingLink(ctx, 'print', later.id)), later.email)).toContain(WRITER.address1)
})

test('a letter to post has its form to say that it was posted behind either link', async () => {
  const { id } = await confirmed(0, NO_EMAIL)
  const html = await printPage(await lastingLink(ctx, 'print', id))
  expect(wordsIn(html)).toContain('Print and post your letter')
  expect(html).toContain('id="sent-by-writer-form"')
})

test('the link is e-mailed to the writer alone, for whoever asks, and not for a link that does not work', async () => {
  const { link, supporterId } = await confirmed(DAY)
  const answer = await asked(() => form(new FormData(), { token: link }))
  expect(answer).toEqual({ redirect: `/letters/${link}?done=asked` })
  expect(wordsIn(await letterPage(link, { done: 'asked' }))).toContain('We send you the link')
  expect(await queued(ctx, 'send-my-data-link', supporterId)).toHaveLength(1)
  for (const token of ['forged', await makeLink(ctx, 'sent', { letterId: (await confirmed(DAY)).id })])
    await expect(asked(() => form(new FormData(), { token }))).rejects.toMatchObject({ code: 'not-found' })
})

const again = new FormData()
again.set('act', 'confirmation')

test('the page of a letter that waits for its writer sends the e-mail again, as seldom as elsewhere, and names nobody', async () => {
  ctx.setNow(new Date(Date.now() - HOUR))
  const { id, email } = await writtenLetter(ctx, campaign, WRITER)
  ctx.setNow(new Date())
  const link = await lastingLink(ctx, 'letter', id)
  expect(await letterPage(link)).toContain('id="resend-form"')
  expect(await asked(() => form(again, { token: link }))).toEqual({ redirect: `/letters/${link}?done=resent` })
  const said = await letterPage(link, { done: 'resent' })
  expect(wordsIn(said)).toContain('If the letter still waits to be confirmed, we have sent it again')
  expect(privateIn(said, email)).toEqual([])
  expect(await asked(() => form(again, { token: link }))).toMatchObject({ show: { done: 'soon' }, status: 429 })
  await ctx.db.update(letters).set({ resent: RESENDS_MOST }).where(eq(letters.id, id))
  expect(await asked(() => form(again, { token: link }))).toMatchObject({ show: { done: 'spent' }, status: 429 })
})

test('no other letter’s page offers the e-mail that confirms, or sends it', async () => {
  const { id, link } = await confirmed(DAY)
  expect(await letterPage(link)).not.toContain('id="resend-form"')
  const sent = (await queued(ctx, 'send-confirmation', id)).length
  await asked(() => form(again, { token: link }))
  expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(sent)
})

test('what a watched page asks for tells where the letter is, and nothing else', async () => {
  const { link, email } = await confirmed(0)
  const answer = await now(new Request('http://localhost/'), { params: Promise.resolve({ token: link }) })
  expect(answer.status).toBe(200)
  const said = await answer.text()
  expect(said).toContain('queued')
  expect(privateIn(said, email)).toEqual([])
  const none = await now(new Request('http://localhost/'), { params: Promise.resolve({ token: 'forged' }) })
  expect(none.status).toBe(404)
})
