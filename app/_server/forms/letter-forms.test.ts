import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { form as resendForm } from '@/app/(public)/campaigns/[slug]/sent/[token]/form'
import { form as confirmForm } from '@/app/(public)/confirm/[token]/form'
import { form as eraseForm } from '@/app/(public)/my-data/[token]/form'
import { form as myDataForm } from '@/app/(public)/my-data/form'
import { form as chaseForm } from '@/app/(public)/replied/[token]/chase/form'
import { form as repliedForm } from '@/app/(public)/replied/[token]/form'
import { letters, rateLimits, replies, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import { env } from '@/lib/kernel/env'
import { makeLink, readLink } from '@/lib/kernel/secrets/tokens'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { confirmCode } from '@/lib/letters/confirming/confirm-code'
import { moveLetter } from '@/lib/letters/move'
import { confirmedLetter, letterRow, livingCampaign, queued, WESTMINSTER, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { exportByEmail } from '@/lib/privacy/export'

let ctx: TestContext
let campaign: LiveCampaign

beforeEach(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  // Forms go by the real clock.
  ctx.setNow(new Date())
  await ctx.db.delete(rateLimits)
})

function posted<Answer>(
  handler: (sent: FormData, address: { slug: string; token: string }) => Promise<Answer>,
  fields: Record<string, string>,
  token = '',
  place = '203.0.113.7',
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const exchange = newExchange({ clientAddress: place })
  return withExchange(exchange, () => handler(form, { slug: campaign.slug, token }))
}

/** A link that stopped working an hour ago. */
async function expired(purpose: 'confirm' | 'sent', letterId: string): Promise<string> {
  ctx.setNow(new Date(Date.now() - 7 * DAY - HOUR))
  const token = await makeLink(ctx, purpose, { letterId }, 7)
  ctx.setNow(new Date())
  return token
}

describe('the code that is typed in place of it', () => {
  const codeOf = async (id: string) => confirmCode(id, (await letterRow(ctx, id)).codeRound)
  const otherThan = (code: string) => `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0')

  test('leads where the button leads, however it is spaced', async () => {
    const { id, token } = await writtenLetter(ctx, campaign)
    const code = await codeOf(id)
    const confirmed = { redirect: expect.stringMatching(/^\/letters\/[\w-]{46}\?confirmed=1$/) }
    expect(await posted(resendForm, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, token)).toEqual(confirmed)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued' })
    const again = await posted(resendForm, { code }, token)
    expect(again).toEqual({ redirect: expect.stringMatching(/\?already=1$/) })
  })

  test('leads to the question who it is, or to where it is said that one stands', async () => {
    const person = { name: 'Jon Brown', email: 'code-household@example.org' }
    await confirmedLetter(ctx, campaign, person)
    const near = await writtenLetter(ctx, campaign, { ...person, name: 'Jan Brown' })
    expect(await posted(resendForm, { code: await codeOf(near.id) }, near.token)).toEqual({
      redirect: expect.stringMatching(/^\/confirm\/[\w-]{46}$/),
    })
    const same = await writtenLetter(ctx, campaign, person)
    expect(await posted(resendForm, { code: await codeOf(same.id) }, same.token)).toEqual({
      redirect: expect.stringMatching(/^\/confirm\/[\w-]{46}$/),
    })
  })

  test('that is wrong says the same whether the letter waits, is confirmed, or its writer has signed before', async () => {
    const person = { name: 'Ann Code', email: 'code-same@example.org' }
    const stands = await confirmedLetter(ctx, campaign, person)
    const waits = await writtenLetter(ctx, campaign)
    const again = await writtenLetter(ctx, campaign, person)
    const answers = []
    for (const { id, token } of [waits, stands, again]) {
      const code = otherThan(await codeOf(id))
      const said = []
      for (let tries = 0; tries < 6; tries++) {
        const answer = await posted(resendForm, { code }, token)
        if (!('show' in answer)) throw new Error('It leads on.')
        const { faults, done } = answer.show
        said.push([answer.status, done, faults.map(({ message }) => message)])
      }
      answers.push(said)
      await ctx.db.delete(rateLimits)
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(answers[0]?.map(([status]) => status)).toEqual([422, 422, 422, 422, 422, 429])
  })

  test('that is no code costs no try', async () => {
    const { id, token } = await writtenLetter(ctx, campaign)
    for (const code of ['', '12345', '1234567', 'abc'])
      expect(await posted(resendForm, { code }, token)).toMatchObject({
        status: 422,
        show: { values: { code }, faults: [{ field: 'code' }] },
      })
    expect(await letterRow(ctx, id)).toMatchObject({ codeTries: 0, resent: 0 })
  })

  test('does nothing once the link has run out', async () => {
    const { id } = await writtenLetter(ctx, campaign)
    const token = await expired('sent', id)
    expect(await posted(resendForm, { code: await codeOf(id) }, token)).toMatchObject({ status: 410 })
    expect(await posted(resendForm, { code: '123456' }, 'forged')).toMatchObject({ status: 404 })
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed', codeTries: 0 })
  })

  test('is counted for one connection as well, whatever the letters', async () => {
    const statuses = []
    for (let letter = 0; letter < 5; letter++) {
      const { id, token } = await writtenLetter(ctx, campaign)
      const code = otherThan(await codeOf(id))
      for (let tries = 0; tries < 5; tries++) {
        const answer = await posted(resendForm, { code }, token)
        statuses.push('show' in answer && answer.status)
      }
    }
    expect(statuses).toEqual([...Array(20).fill(422), ...Array(5).fill(429)])
  })
})

describe('the button that confirms', () => {
  test('leads to the letter’s page, and says when it was pressed before', async () => {
    const { id } = await writtenLetter(ctx, campaign)
    const token = await makeLink(ctx, 'confirm', { letterId: id }, 7)
    const first = await posted(confirmForm, {}, token)
    expect(first).toEqual({ redirect: expect.stringMatching(/^\/letters\/[\w-]{46}\?confirmed=1$/) })
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued' })
    expect(await posted(confirmForm, {}, token)).toEqual({ redirect: expect.stringMatching(/\?already=1$/) })
  })

  test('tells who has signed already, and a third of a household, without a way to another’s letter', async () => {
    const email = 'confirm.home@example.org'
    for (const name of ['Ann', 'Ben']) await confirmedLetter(ctx, campaign, { name, email })
    for (const name of ['Ann', 'Cem']) {
      const { id } = await writtenLetter(ctx, campaign, { name, email })
      const token = await makeLink(ctx, 'confirm', { letterId: id }, 7)
      expect(await posted(confirmForm, {}, token)).toEqual({ redirect: `/confirm/${token}` })
    }
  })

  test('does nothing with a link that is expired, forged, or for something else', async () => {
    const { id, token: sent } = await writtenLetter(ctx, campaign)
    const late = await expired('confirm', id)
    expect(await posted(confirmForm, {}, late)).toEqual({ redirect: `/confirm/${late}` })
    for (const token of ['', 'forged', sent])
      expect(await posted(confirmForm, {}, token)).toMatchObject({ status: 404 })
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed' })
  })
})

describe('"send the e-mail again"', () => {
  test('sends it a minute later, not before, and not after five times', async () => {
    const { id, token } = await writtenLetter(ctx, campaign)
    expect(await posted(resendForm, {}, token)).toMatchObject({ status: 429, show: { done: 'soon' } })
    for (let times = 0; times < 6; times++) {
      await ctx.db
        .update(letters)
        .set({ mailedAt: new Date(Date.now() - 61_000) })
        .where(eq(letters.id, id))
      const answer = await posted(resendForm, {}, token)
      if (times < 5) expect(answer).toEqual({ redirect: `/campaigns/${campaign.slug}/sent/${token}?done=asked` })
      else expect(answer).toMatchObject({ status: 429, show: { done: 'spent' } })
    }
    expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(6)
  })

  test('says the same to who has signed before', async () => {
    const person = { name: 'Anna', email: 'resend.twice@example.org' }
    await confirmedLetter(ctx, campaign, person)
    const { id, token } = await writtenLetter(ctx, campaign, person)
    await ctx.db
      .update(letters)
      .set({ mailedAt: new Date(Date.now() - 61_000) })
      .where(eq(letters.id, id))
    expect(await posted(resendForm, {}, token)).toEqual({ redirect: expect.stringMatching(/\?done=asked$/) })
  })

  test('does nothing with a link that is expired or forged', async () => {
    const { id } = await writtenLetter(ctx, campaign)
    expect(await posted(resendForm, {}, await expired('sent', id))).toMatchObject({
      status: 410,
      show: { done: 'gone' },
    })
    expect(await posted(resendForm, {}, 'forged')).toMatchObject({ status: 404, show: { done: 'gone' } })
  })

  test('is refused to whoever asks too often, with when to come back', async () => {
    for (let turn = 0; turn < env().limits.resend.points; turn++) await posted(resendForm, {}, 'forged')
    const answer = await posted(resendForm, {}, 'forged')
    expect(answer).toMatchObject({ status: 429, retryAt: expect.any(Date), show: { done: 'often' } })
  })
})

describe('the question about a reply', () => {
  const answers = (letterId: string) => ctx.db.select().from(replies).where(eq(replies.letterId, letterId))

  test.each(['real-answer', 'acknowledgement', 'no', 'not-expected'])('takes the answer "%s"', async (answer) => {
    const { id } = await confirmedLetter(ctx, campaign)
    const token = await makeLink(ctx, 'replied', { letterId: id })
    expect(await posted(repliedForm, { answer }, token)).toEqual({ redirect: `/replied/${token}` })
    expect(await answers(id)).toMatchObject([{ answer }])
  })

  test('asks again for anything else, and stores nothing', async () => {
    const { id } = await confirmedLetter(ctx, campaign)
    const token = await makeLink(ctx, 'replied', { letterId: id })
    for (const answer of ['', 'perhaps', 'yes']) {
      const faults = [{ field: 'answer', message: 'Choose one of the four answers' }]
      expect(await posted(repliedForm, { answer }, token)).toMatchObject({ status: 422, show: { faults } })
    }
    expect(await answers(id)).toEqual([])
  })

  test('can be stopped, together with updates', async () => {
    const { id, supporterId } = await confirmedLetter(ctx, campaign, { updates: true })
    const token = await makeLink(ctx, 'replied', { letterId: id })
    expect(await posted(repliedForm, { answer: 'stop' }, token)).toEqual({ redirect: `/replied/${token}` })
    const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
    expect(row?.unsubscribedAt).toEqual(expect.any(Date))
  })

  test('is not answered with a forged link', async () => {
    expect(await posted(repliedForm, { answer: 'no' }, 'forged')).toMatchObject({ status: 404 })
  })
})

describe('a second letter', () => {
  const words = { subject: 'Re: The people of Artsakh', body: 'I wrote two weeks ago.' }

  async function unanswered() {
    const { id } = await confirmedLetter(ctx, campaign)
    await moveLetter(ctx, id, { from: ['queued'], to: 'sending' })
    const seat = await findSeat(ctx, WESTMINSTER)
    const acceptedAt = new Date(ctx.now().getTime() - 14 * DAY)
    await moveLetter(ctx, id, { from: ['sending'], to: 'accepted', set: { acceptedAt, mpId: seat?.mp?.id ?? null } })
    return { id, token: await makeLink(ctx, 'replied', { letterId: id }) }
  }
  const chases = (id: string) => ctx.db.$count(letters, eq(letters.chases, id))

  test('is checked, changed and sent, each by its button, and stored by the last alone', async () => {
    const { id, token } = await unanswered()
    for (const [act, done] of [
      ['check', 'checked'],
      ['change', 'edited'],
    ] as const) {
      expect(await posted(chaseForm, { ...words, act }, token)).toMatchObject({ show: { values: words, done } })
    }
    expect(await chases(id)).toBe(0)
    const sent = await posted(chaseForm, { ...words, act: 'send' }, token)
    expect(sent).toEqual({ redirect: expect.stringMatching(/^\/letters\/[\w-]{46}$/) })
    expect(await posted(chaseForm, { ...words, act: 'send' }, token)).toEqual(sent)
    expect(await chases(id)).toBe(1)
  })

  test('is asked for again without words, and not sent of a letter that cannot be chased, or by a forged link', async () => {
    const { id, token } = await unanswered()
    expect(await posted(chaseForm, { subject: '', body: ' ', act: 'send' }, token)).toMatchObject({
      status: 422,
      show: { faults: [{ field: 'subject' }, { field: 'body' }] },
    })
    await ctx.db.update(letters).set({ acceptedAt: ctx.now() }).where(eq(letters.id, id))
    expect(await posted(chaseForm, { ...words, act: 'send' }, token)).toMatchObject({ status: 409 })
    expect(await posted(chaseForm, { ...words, act: 'send' }, 'forged')).toMatchObject({ status: 404 })
    expect(await chases(id)).toBe(0)
  })
})

describe('one’s own data', () => {
  test('is asked for with an address, and the answer is the same where there are none', async () => {
    const { email } = await confirmedLetter(ctx, campaign)
    const [known, unknown] = [
      await posted(myDataForm, { email: ` ${email} ` }),
      await posted(myDataForm, { email: 'nobody@example.org' }),
    ]
    expect([known, unknown]).toEqual(Array(2).fill({ redirect: '/my-data?done=sent' }))
    expect(await queued(ctx, 'find-my-data', 'emailHash')).toHaveLength(2)
  })

  test('is not asked for with anything else', async () => {
    for (const email of ['', 'anna', 'a@b.org,c@d.org']) {
      expect(await posted(myDataForm, { email })).toMatchObject({
        status: 422,
        show: { values: { email }, faults: [{ field: 'email' }] },
      })
    }
  })

  test('is asked for only so many times a day for one address, from wherever', async () => {
    const most = env().limits['submit-email'].points
    for (let times = 0; times < most; times++) {
      const answer = await posted(
        myDataForm,
        { email: `f.looded+${times}@gmail.com` },
        undefined,
        `198.51.100.${times}`,
      )
      expect(answer).not.toHaveProperty('status')
    }
    const answer = await posted(myDataForm, { email: 'flooded@gmail.com' }, undefined, '198.51.100.99')
    expect(answer).toMatchObject({ status: 429, retryAt: expect.any(Date), show: { done: 'soon' } })
  })

  test('is erased by the button behind the link, and the link is gone with it', async () => {
    const { id, supporterId, email } = await confirmedLetter(ctx, campaign)
    const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
    const token = await makeLink(ctx, 'my-data', { emailHash: row?.emailHash ?? '' }, 1)
    expect(await posted(eraseForm, {}, token)).toEqual({ redirect: '/my-data?done=erased' })
    expect(await exportByEmail(ctx, email)).toEqual([])
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'withdrawn' })
    expect(await readLink(ctx, 'my-data', token)).toBeNull()
    expect(await posted(eraseForm, {}, token)).toMatchObject({ status: 404 })
  })

  test('is not erased with a link that is expired, forged, or for a letter', async () => {
    const { id, supporterId } = await confirmedLetter(ctx, campaign)
    const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
    ctx.setNow(new Date(Date.now() - 2 * DAY))
    const old = await makeLink(ctx, 'my-data', { emailHash: row?.emailHash ?? '' }, 1)
    ctx.setNow(new Date())
    const letterLink = await makeLink(ctx, 'letter', { letterId: id })
    expect(await posted(eraseForm, {}, old)).toEqual({ redirect: `/my-data/${old}` })
    for (const token of ['forged', letterLink])
      expect(await posted(eraseForm, {}, token)).toMatchObject({ status: 404 })
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued' })
  })
})
