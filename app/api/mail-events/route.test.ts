import { beforeAll, describe, expect, test, vi } from 'vitest'
import { mailEvents } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { MINUTE } from '@/lib/kernel/time/durations'
import { signedHeaders } from '@/lib/mailer/testing/sign-event'
import { POST } from './route'

const SECRET = vi.hoisted(() => {
  const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`
  process.env.RESEND_WEBHOOK_SECRET = secret
  return secret
})

const body = JSON.stringify({
  type: 'email.delivered',
  created_at: '2026-11-10T12:00:00.000Z',
  data: { email_id: 'made-up', to: ['zuleika@example.org'], subject: 'Secret' },
})
const post = (headers: Record<string, string>, text = body) =>
  POST(new Request('http://localhost/api/mail-events', { method: 'POST', headers, body: text }))

beforeAll(() => testDatabase())

describe('an event', () => {
  test('that is signed is taken once, and kept without anybody’s address', async () => {
    const db = await testDatabase()
    const headers = signedHeaders(body, SECRET)
    for (let time = 0; time < 3; time++) expect((await post(headers)).status).toBe(200)
    const kept = await db.select().from(mailEvents)
    expect(kept).toMatchObject([
      { id: headers['svix-id'], type: 'email.delivered', providerId: 'made-up', outcome: null },
    ])
    expect(JSON.stringify(kept)).not.toMatch(/zuleika|Secret/)
  })

  test('of a kind that nobody knows yet, or with unknown parts, is kept and ignored', async () => {
    const db = await testDatabase()
    const before = await db.$count(mailEvents)
    for (const odd of [
      { type: 'email.teleported', data: 7 },
      { type: 'domain.created', data: {} },
      { type: 'x', data: { tags: [1], bounce: 'no' } },
    ]) {
      const text = JSON.stringify(odd)
      expect((await post(signedHeaders(text, SECRET), text)).status).toBe(200)
    }
    expect(await db.$count(mailEvents)).toBe(before + 3)
  })

  test('that is no event is refused, though signed', async () => {
    for (const text of ['[]', '"text"', '{}']) expect((await post(signedHeaders(text, SECRET), text)).status).toBe(400)
  })
})

describe('refuses', () => {
  const good = signedHeaders(body, SECRET)
  const at = (minutes: number) => signedHeaders(body, SECRET, { at: new Date(Date.now() + minutes * MINUTE) })
  test.each([
    ['no signature', {}],
    ['another secret’s', signedHeaders(body, `whsec_${Buffer.from('b'.repeat(32)).toString('base64')}`)],
    ['a signature of another id', { ...good, 'svix-id': 'another' }],
    ['a signature of another time', { ...good, 'svix-timestamp': `${Number(good['svix-timestamp']) + 1}` }],
    ['a signature cut short', { ...good, 'svix-signature': good['svix-signature'].slice(0, 12) }],
    ['another version’s', { ...good, 'svix-signature': good['svix-signature'].replace('v1', 'v2') }],
    ['six minutes ago', at(-6)],
    ['in six minutes', at(6)],
  ])('%s', async (_what, headers: Record<string, string>) => expect((await post(headers)).status).toBe(401))

  test('a body that was changed', async () => {
    expect((await post(good, body.replace('delivered', 'bounced'))).status).toBe(401)
  })
})

test('takes an event of four minutes ago', async () => {
  const headers = signedHeaders(body, SECRET, { at: new Date(Date.now() - 4 * MINUTE) })
  expect((await post(headers)).status).toBe(200)
})
