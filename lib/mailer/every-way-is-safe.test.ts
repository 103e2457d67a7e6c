import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { env } from '@/lib/kernel/env'
import type { Message } from '@/lib/kernel/transport'
import { localMailbox, readMailbox } from './local-mailbox'
import { resendTransport } from './resend-transport'
import { asMessage, putOnWire, sendMail } from './send'
import { smtpTransport } from './smtp-transport'
import { testContext } from './testing/context'
import { playResend } from './testing/play-resend'
import { playSmtp } from './testing/play-smtp'

const service = await playResend()
const server = await playSmtp()
const smtp = smtpTransport({ url: server.url })
const resend = resendTransport({ apiKey: 're_123', baseUrl: service.url })
afterAll(async () => {
  smtp.close()
  await Promise.all([service.close(), server.close()])
})

const ctx = testContext(await testDatabase())

const GOOD: Message = {
  key: 'one',
  to: 'mp@example.org',
  from: 'letters@example.org',
  replyTo: null,
  subject: 'Hello',
  text: 'Hello.',
  html: '<p>Hello.</p>',
  headers: {},
}

const ways: [string, (message: Message) => unknown][] = [
  ['Resend', (message) => resend.send([message], 'key')],
  ['Resend, in a batch', (message) => resend.send([GOOD, message], 'key')],
  ['SMTP', (message) => smtp.send([message], 'key')],
  ['the local mailbox', (message) => localMailbox(env().dataDir).send([message], 'key')],
  ['the last step before the wire', (message) => putOnWire(ctx, [message], 'key')],
  ['what makes a message', ({ replyTo: _, ...mail }) => asMessage(ctx, { ...mail, fromName: 'Anna' })],
  ['what sends one', ({ replyTo: _, ...mail }) => sendMail(ctx, { ...mail, fromName: 'Anna' })],
]

test.each(ways)('%s refuses a recipient with a line end, and more than one', async (_way, send) => {
  const evil = [
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\n',
    'a@example.org\r',
    'a@example.org, b@example.org',
    'a@example.org;b@example.org',
  ]
  for (const to of evil) await expect((async () => send({ ...GOOD, to }))()).rejects.toThrow('one plain address')
  expect([service.taken, server.taken, await readMailbox(env())]).toEqual([[], [], []])
})
