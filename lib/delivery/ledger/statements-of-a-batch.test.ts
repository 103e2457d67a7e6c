import { beforeAll, expect, test, vi } from 'vitest'
import { connection } from '@/db/client'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { sendDue } from './send-due'
import { statesOf } from './testing'

vi.hoisted(() => {
  Object.assign(process.env, { RESEND_API_KEY: 're_123', MAIL_FROM: 'letters@example.org', OPERATOR_NAME: 'Example' })
  Object.assign(process.env, { SEND_HOURS: '00:00-24:00', SEND_PER_MP_HOUR: '100000' })
})

let asked: string[] = []

beforeAll(() => {
  log.level = 'silent'
})

test('as many statements settle a batch of nine as of three, and one look finds that nothing is due', async () => {
  const service = await playResend()
  const { ctx, campaign } = await livingCampaign({ env: { resendBaseUrl: service.url } })
  ctx.setNow(NOON)
  Object.assign(connection().options, { debug: (_connection: number, statement: string) => asked.push(statement) })
  const settled: number[] = []
  for (const count of [3, 9]) {
    const letters: { id: string }[] = []
    for (let turn = 0; turn < count; turn++) letters.push(await confirmedLetter(ctx, campaign))
    asked = []
    expect(await sendDue(ctx)).toBe(1)
    settled.push(asked.length - asked.findIndex((statement) => /^update "delivery_batches"/.test(statement)))
    expect(new Set(await statesOf(ctx, letters))).toEqual(new Set(['accepted']))
  }
  expect(settled[1]).toBe(settled[0])
  asked = []
  expect(await sendDue(ctx)).toBe(0)
  expect(asked.filter((statement) => !/settings/.test(statement))).toHaveLength(1)
  await service.close()
})
