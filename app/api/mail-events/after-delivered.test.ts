import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { deliverLetter } from '@/lib/delivery/testing'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import { confirmedLetter, letterRow, livingCampaign } from '@/lib/letters/testing'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { signedHeaders } from '@/lib/mailer/testing/sign-event'
import { POST } from './route'

const SECRET = vi.hoisted(() => {
  const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`
  Object.assign(process.env, {
    RESEND_WEBHOOK_SECRET: secret,
    RESEND_API_KEY: 're_123',
    MAIL_FROM: 'letters@example.org',
    OPERATOR_NAME: 'Example Campaigns',
    SEND_HOURS: '00:00-24:00',
  })
  return secret
})
let service: Awaited<ReturnType<typeof playResend>>

beforeAll(async () => {
  service = await playResend()
  process.env.RESEND_BASE_URL = service.url
})
afterAll(() => service.close())

async function post(event: unknown): Promise<number> {
  const body = JSON.stringify(event)
  const headers = signedHeaders(body, SECRET)
  return (await POST(new Request('http://localhost/api/mail-events', { method: 'POST', headers, body }))).status
}

test('one letter after delivery and ten automatic answers: one copy went out', async () => {
  const { ctx, campaign } = await livingCampaign()
  const { id } = await confirmedLetter(ctx, campaign)
  await deliverLetter(ctx, id)
  const [taken] = service.taken
  const data = { email_id: taken?.id, tags: Object.fromEntries(taken?.tags.map((tag) => [tag.name, tag.value]) ?? []) }
  expect(await post({ type: 'email.delivered', created_at: NOON.toISOString(), data })).toBe(200)
  const message = 'The recipient has an automatic response rule.'
  const bounce = { type: 'Transient', subType: 'General', message }
  for (let answer = 1; answer <= 10; answer++) {
    expect(await post({ type: 'email.bounced', created_at: NOON.toISOString(), data: { ...data, bounce } })).toBe(200)
    ctx.setNow(new Date(NOON.getTime() + answer * HOUR))
    await sendDue(ctx)
  }
  for (let day = 1; day <= 8; day++) {
    ctx.setNow(new Date(NOON.getTime() + day * DAY))
    await sendDue(ctx)
    await deliverLetter(ctx, id)
  }
  expect(service.taken).toHaveLength(1)
  expect(await letterRow(ctx, id)).toMatchObject({ state: 'delivered', round: 1 })
  const noted = (await letterHistory(ctx, id)).filter(({ reason }) => reason === 'noted')
  expect(noted).toHaveLength(10)
})
