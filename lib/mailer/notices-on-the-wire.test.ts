import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { env } from '@/lib/kernel/env'
import type { Transport } from '@/lib/kernel/transport'
import { localMailbox, readMailbox } from './local-mailbox'
import { resendTransport } from './resend-transport'
import { asMessage, putOnWire, sendMail } from './send'
import { smtpTransport } from './smtp-transport'
import { testContext } from './testing/context'
import { playResend } from './testing/play-resend'
import { playSmtp } from './testing/play-smtp'

const OPERATOR = { name: 'Example Campaigns', address: '1 Sample Street', email: 'office@example.org' }

const service = await playResend()
const server = await playSmtp()
const smtp = smtpTransport({ url: server.url })
afterAll(async () => {
  smtp.close()
  await Promise.all([service.close(), server.close()])
})

/** Each way out, and how what went there last tells a header. */
const ways: [string, Transport, (header: string) => Promise<string | undefined>][] = [
  [
    'Resend',
    resendTransport({ apiKey: 're_123', baseUrl: service.url }),
    async (header) => {
      const [email] = (service.asked.at(-1)?.emails ?? []) as { headers?: Record<string, string>; reply_to?: string }[]
      return header === 'Reply-To' ? email?.reply_to : email?.headers?.[header]
    },
  ],
  [
    'SMTP',
    smtp,
    async (header) => new RegExp(`^${header}: (.*)\\r$`, 'm').exec(server.taken.at(-1)?.raw ?? '')?.[1] ?? undefined,
  ],
  [
    'the local mailbox',
    localMailbox(env().dataDir),
    async (header) => {
      const [message] = await readMailbox(env())
      return header === 'Reply-To' ? (message?.replyTo ?? undefined) : message?.headers[header]
    },
  ],
]

let key = 0
const mail = () => ({ key: `${key}`, to: 'anna@example.org', subject: 'Hello', text: 'Hello.', html: '<p>Hello.</p>' })
beforeEach(() => {
  key += 1
})

describe.each(ways)('by %s', (_way, transport, headerOf) => {
  const contextOf = async (operator: typeof OPERATOR | { name: null; address: null; email: null }) =>
    testContext(await testDatabase(), new Date(), { transport, env: { operator } })

  test('a notice says that it was not written by hand, and is answered to the operator', async () => {
    await sendMail(await contextOf(OPERATOR), mail())
    expect(await headerOf('Auto-Submitted')).toBe('auto-generated')
    expect(await headerOf('Reply-To')).toBe('office@example.org')
  })

  test('no answer is asked to an address that is not known, or could be read as several', async () => {
    await sendMail(await contextOf({ name: null, address: null, email: null }), mail())
    expect(await headerOf('Reply-To')).toBeUndefined()
    key += 1
    await sendMail(await contextOf({ ...OPERATOR, email: 'a@example.org, b@example.org' }), mail())
    expect(await headerOf('Reply-To')).toBeUndefined()
  })

  test('a letter is its writer’s own, and says neither', async () => {
    const ctx = await contextOf(OPERATOR)
    const letter = asMessage(ctx, { ...mail(), fromName: 'Anna', replyTo: 'anna@example.org' })
    await putOnWire(ctx, [letter], letter.key)
    expect(await headerOf('Auto-Submitted')).toBeUndefined()
    expect(await headerOf('Reply-To')).toBe('anna@example.org')
  })
})
