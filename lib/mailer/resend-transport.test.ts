import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import type { Message } from '@/lib/kernel/transport'
import { resendTransport } from './resend-transport'
import type { SendFailure } from './send-failure'
import { type Mishap, playResend, recorded } from './testing/play-resend'

let service: Awaited<ReturnType<typeof playResend>>
beforeEach(async () => {
  service = await playResend()
})
afterEach(() => service.close())

const transport = (timeoutMs = 5000) => resendTransport({ apiKey: 're_123', baseUrl: service.url, timeoutMs })
const mail = (key: string): Message => ({
  key,
  to: 'mp@example.org',
  from: '"Anna" <letters@example.org>',
  replyTo: 'anna@example.org',
  subject: 'Hello',
  text: 'Hello.',
  html: '<p>Hello.</p>',
  headers: { 'X-One': '1' },
  tags: { kind: 'letter', id: 'one' },
})
const failure = (messages: Message[], timeoutMs?: number): Promise<SendFailure> =>
  transport(timeoutMs)
    .send(messages, 'key')
    .then(
      () => Promise.reject(new Error('It was taken.')),
      (error) => error,
    )

describe('one message', () => {
  test('goes under its key, with all its parts, and the service’s id comes back', async () => {
    const ids = await transport().send([mail('one')], 'one')
    expect(service.asked).toMatchObject([
      {
        path: '/emails',
        key: 'one',
        authorization: 'Bearer re_123',
        emails: [
          {
            to: 'mp@example.org',
            from: '"Anna" <letters@example.org>',
            reply_to: 'anna@example.org',
            subject: 'Hello',
            text: 'Hello.',
            html: '<p>Hello.</p>',
            headers: { 'X-One': '1' },
            tags: [
              { name: 'kind', value: 'letter' },
              { name: 'id', value: 'one' },
            ],
          },
        ],
      },
    ])
    expect(ids).toEqual([service.taken[0]?.id])
  })

  test('asked for again under its key is not sent again, and has the same id', async () => {
    const first = await transport().send([mail('one')], 'one')
    expect(await transport().send([mail('one')], 'one')).toEqual(first)
    expect(service.taken).toHaveLength(1)
  })
})

describe('a batch', () => {
  test('of a hundred is one call under its own key, with an id for each in their order', async () => {
    const messages = Array.from({ length: 100 }, (_, index) => ({ ...mail(`${index}`), subject: `${index}` }))
    const ids = await transport().send(messages, 'batch')
    expect(service.asked).toHaveLength(1)
    expect(service.asked[0]).toMatchObject({ path: '/emails/batch', key: 'batch' })
    expect(service.taken.map(({ subject, id }) => [subject, id])).toEqual(ids.map((id, index) => [`${index}`, id]))
  })

  test('that is answered with another number of ids is not known to be taken', async () => {
    service.mishaps.push({ status: 200, body: { data: [{ id: 'a' }] } })
    expect(await failure([mail('a'), mail('b')])).toMatchObject({ kind: 'unknown' })
  })
})

describe('what goes wrong', () => {
  const cases: [string, Mishap, Partial<SendFailure>][] = [
    ['the key is missing', recorded.noKey, { kind: 'ours', restMs: 300_000 }],
    ['the key is wrong', recorded.badKey, { kind: 'ours' }],
    ['the domain is not verified', recorded.unverified, { kind: 'ours' }],
    ['the address is not one', recorded.badTo, { kind: 'refused' }],
    ['too much at once', recorded.tooMany(7), { kind: 'later', restMs: 7000 }],
    ['the day’s quota is used up', recorded.dayIsFull, { kind: 'later', restMs: HOUR }],
    ['the service is broken', recorded.broken, { kind: 'unknown' }],
    ['a gateway answers instead', { status: 502, body: 'no JSON of theirs' }, { kind: 'unknown' }],
    ['the same call is under way', recorded.inProgress, { kind: 'unknown' }],
    ['the key belongs to another message', recorded.otherPayload, { kind: 'clash' }],
    ['the answer has another shape', { status: 200, body: { message: 'fine' } }, { kind: 'unknown' }],
    ['the answer is no JSON, the message is taken', 'taken-garbled', { kind: 'unknown' }],
    ['the connection drops', 'drop', { kind: 'unknown' }],
    ['the connection drops when it is taken', 'taken-drop', { kind: 'unknown' }],
  ]
  test.each(cases)('%s', async (_what, mishap, expected) => {
    service.mishaps.push(mishap)
    expect(await failure([mail('one')])).toMatchObject({ name: 'SendFailure', ...expected })
  })

  test('no answer comes in time', async () => {
    service.mishaps.push('taken-hang')
    expect(await failure([mail('one')], 100)).toMatchObject({ kind: 'unknown' })
    expect(service.taken).toHaveLength(1)
  })

  test('Retry-After as a date, and nonsense in it', async () => {
    const at = (value: string) => ({ ...recorded.tooMany(1), headers: { 'retry-after': value } })
    service.mishaps.push(at(new Date(Date.now() + 60_000).toUTCString()), at('soon'))
    expect((await failure([mail('one')])).restMs).toBeGreaterThan(55_000)
    expect((await failure([mail('one')])).restMs).toBe(1000)
  })

  test('nobody’s address is in what is kept of it', async () => {
    const message = 'The domain of anna.smith@example.org bounced\r\nbefore.'
    service.mishaps.push({ status: 422, body: { statusCode: 422, name: 'validation_error', message } })
    expect((await failure([mail('one')])).message).toBe('422 validation_error The domain of … bounced before.')
  })
})

test('calls begin a second apart for ten minutes after the service has said that there were too many', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const way = transport()
    expect(way.callsApartMs).toBeLessThan(1000)
    service.mishaps.push(recorded.broken, recorded.tooMany(1))
    await way.send([mail('one')], 'one').catch(() => {})
    expect(way.callsApartMs).toBeLessThan(1000)
    await way.send([mail('one')], 'one').catch(() => {})
    expect(way.callsApartMs).toBe(1000)
    vi.advanceTimersByTime(10 * MINUTE)
    expect(way.callsApartMs).toBeLessThan(1000)
  } finally {
    vi.useRealTimers()
  }
})
