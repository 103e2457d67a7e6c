import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '@/db/testing'
import { env } from '@/lib/kernel/env'
import { readMailbox } from './local-mailbox'
import { sendMail } from './send'
import { type TestContext, testContext } from './testing/context'

const mailbox = join(process.env.DATA_DIR ?? '', 'mailbox')
const mail = (key: string) => ({
  key,
  to: 'anna@example.org',
  subject: 'Hello',
  text: 'Hello.',
  html: '<body class="x"><p>Hello.</p></body>',
})

let ctx: TestContext
beforeAll(async () => {
  ctx = testContext(await testDatabase())
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(mailbox, { recursive: true, force: true })
})

describe('mail to the local mailbox', () => {
  test('is kept as it was sent, from the installation’s own address', async () => {
    await sendMail(ctx, {
      ...mail('one'),
      fromName: 'Anna "A" Smith',
      replyTo: 'anna@example.org',
      headers: { 'X-One': '1' },
    })
    expect(await readMailbox(env())).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        to: 'anna@example.org',
        from: `"Anna 'A' Smith" <letters@localhost>`,
        replyTo: 'anna@example.org',
        subject: 'Hello',
        text: 'Hello.',
        html: mail('one').html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-One': '1' },
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ])
  })

  test('under one key is one message, also when it is sent many times at once', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => sendMail(ctx, mail('same'))))
    expect(new Set(sent.map(({ providerId }) => providerId)).size).toBe(1)
    expect(await readMailbox(env())).toHaveLength(1)
    expect(await readdir(mailbox)).toHaveLength(1)
  })

  test('is listed newest first', async () => {
    for (const [second, key] of ['a', 'b', 'c'].entries()) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(`2026-11-27T10:00:0${second}Z`) })
      await sendMail(ctx, { ...mail(key), subject: key })
    }
    expect((await readMailbox(env())).map(({ subject }) => subject)).toEqual(['c', 'b', 'a'])
  })

  test('throws when the mailbox cannot be written', async () => {
    await mkdir(join(mailbox, '..'), { recursive: true })
    await writeFile(mailbox, 'a file where the folder should be')
    await expect(sendMail(ctx, mail('one'))).rejects.toThrow()
  })

  test('refuses an unsafe message, and keeps nothing of it', async () => {
    await expect(sendMail(ctx, { ...mail('one'), to: 'a@example.org, b@example.org' })).rejects.toThrow()
    await expect(sendMail(ctx, { ...mail('one'), subject: 'Hello\r\nBcc: b@example.org' })).rejects.toThrow()
    await expect(sendMail(ctx, { ...mail('one'), replyTo: 'a@example.org\n' })).rejects.toThrow()
    expect(await readMailbox(env())).toEqual([])
  })
})

test('there is no mail before the first', async () => expect(await readMailbox(env())).toEqual([]))

test('with MAIL_REFLECT every message goes to that address, and says whose it was', async () => {
  const given = testContext(await testDatabase(), new Date(), { env: { mailReflect: 'tester@example.org' } })
  await sendMail(given, { ...mail('reflected'), to: 'mp@example.org' })
  const [message] = await readMailbox(env())
  expect(message?.to).toBe('tester@example.org')
  expect(message?.text).toBe('This message was meant for mp@example.org.\n\nHello.')
  expect(message?.html).toBe('<body class="x"><p>This message was meant for mp@example.org.</p><p>Hello.</p></body>')
})
