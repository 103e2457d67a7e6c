import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import { rolledBack } from '@/lib/mailer/testing/context'
import { playResend, recorded } from '@/lib/mailer/testing/play-resend'
import { sendDue } from './send-due'
import { attemptsAt, statesOf } from './testing'

vi.hoisted(() => {
  Object.assign(process.env, {
    RESEND_API_KEY: 're_123',
    MAIL_FROM: 'letters@example.org',
    OPERATOR_NAME: 'Example Campaigns',
    SEND_HOURS: '00:00-24:00',
    SEND_PER_MP_HOUR: '100000',
  })
})

const LETTERS = 130
const SECOND = 1000
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
const letters: { id: string }[] = []
let service: Awaited<ReturnType<typeof playResend>>

beforeAll(async () => {
  log.level = 'silent'
  const { ctx, campaign } = await livingCampaign()
  for (let index = 0; index < LETTERS; index++) {
    ctx.setNow(after(index * SECOND))
    letters.push(await confirmedLetter(ctx, campaign, { subject: `Letter ${index}` }))
  }
})
beforeEach(async () => {
  service = await playResend()
})
afterEach(() => service.close())

test('a batch is a hundred letters in the order of confirming, under its own key', () =>
  rolledBack(
    async (ctx) => {
      expect(await sendDue(ctx)).toBe(2)
      expect(service.asked.map(({ path, emails }) => [path, emails.length])).toEqual([
        ['/emails/batch', 100],
        ['/emails/batch', LETTERS - 100],
      ])
      expect(service.taken.map(({ subject }) => subject)).toEqual(letters.map((_, index) => `Letter ${index}`))
      const [first] = await attemptsAt(ctx, letters[0]?.id ?? '')
      expect(first).toMatchObject({ key: service.asked[0]?.key, providerId: service.taken[0]?.id })
      expect(first?.key).not.toBe(letters[0]?.id)
      expect(new Set(await statesOf(ctx, letters))).toEqual(new Set(['accepted']))
    },
    after(LETTERS * SECOND),
    { env: { resendBaseUrl: service.url } },
  ))

test('many workers at once share the load, and send no letter twice', async () => {
  const { ctx } = await livingCampaign({ env: { resendBaseUrl: service.url } })
  service.decide = () => (Math.random() < 0.3 ? 'taken-drop' : Math.random() < 0.2 ? recorded.broken : null)
  for (let round = 0; round < 8; round++) {
    ctx.setNow(after((round + 1) * HOUR))
    await Promise.all(Array.from({ length: 6 }, () => sendDue(ctx)))
  }
  service.decide = () => null
  ctx.setNow(after(12 * HOUR))
  await sendDue(ctx)
  expect(new Set(await statesOf(ctx, letters))).toEqual(new Set(['accepted']))
  const sent = service.taken.map(({ tags }) => tags.find(({ name }) => name === 'letter')?.value).sort()
  expect(sent).toEqual(letters.map(({ id }) => id).sort())
})
