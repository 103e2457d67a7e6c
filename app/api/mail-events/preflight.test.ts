import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { mailEvents } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { checkMessage, checkWebhook } from '@/lib/mailer/preflight/check-sender-domain'
import { contextFor } from '@/lib/mailer/process-context'
import { playResend, recorded } from '@/lib/mailer/testing/play-resend'
import { POST } from './route'

const { PORT } = await vi.hoisted(async () => {
  const { freePort } = await import('@/db/embedded-server/port')
  const port = await freePort(20_000)
  Object.assign(process.env, {
    APP_URL: `http://localhost:${port}`,
    RESEND_API_KEY: 're_123',
    RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`,
    MAIL_FROM: 'letters@example.org',
    OPERATOR_NAME: 'Example',
  })
  return { PORT: port }
})

const service = await playResend()
process.env.RESEND_BASE_URL = service.url
let own: Server | undefined

const ctx = () => contextFor({ kind: 'system' })
beforeAll(() => testDatabase())
afterEach(async () => {
  await new Promise((closed) => (own ? own.close(closed) : closed(null)))
  own = undefined
})
afterAll(() => service.close())

/** The installation's own address, answered by the real handler, or wrongly. */
async function listen(answer: (request: Request) => Promise<Response>): Promise<void> {
  own = createServer(async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, `${value}`]))
    const body = await text(request)
    const { status } = await answer(new Request(`http://localhost${request.url}`, { method: 'POST', headers, body }))
    response.writeHead(status, { connection: 'close' }).end()
  })
  await new Promise<void>((listening) => own?.listen(PORT, 'localhost', listening))
}

test('an event that the preflight posts to the installation is taken there, and is one that moves nothing', async () => {
  await listen(POST)
  expect(await checkWebhook(ctx())).toEqual({
    name: 'Webhook',
    ok: true,
    found: 'an event went there and was taken',
    todo: null,
  })
  const kept = await (await testDatabase()).select().from(mailEvents)
  expect(kept).toMatchObject([{ type: 'dear-mp.preflight', outcome: null }])
})

test('an address that refuses the event, and one where nobody listens, are faults with what to do', async () => {
  await listen(async () => new Response(null, { status: 401 }))
  expect(await checkWebhook(ctx())).toMatchObject({
    ok: false,
    found: 'it answered 401',
    todo: expect.stringContaining('RESEND_WEBHOOK_SECRET'),
  })
  await new Promise((closed) => own?.close(closed))
  own = undefined
  expect(await checkWebhook(ctx())).toMatchObject({ ok: false, todo: expect.stringContaining('reached from outside') })
})

test('a test message goes to the address given, and a refusal says what the service said', async () => {
  expect(await checkMessage(ctx(), 'operator@example.org')).toMatchObject({ name: 'Test message', ok: true })
  expect(service.asked.at(-1)?.emails).toMatchObject([
    { to: 'operator@example.org', from: expect.stringContaining('letters@example.org') },
  ])
  service.mishaps.push(recorded.badKey)
  expect(await checkMessage(ctx(), 'operator@example.org')).toMatchObject({
    ok: false,
    found: expect.stringMatching(/API key/),
  })
})
