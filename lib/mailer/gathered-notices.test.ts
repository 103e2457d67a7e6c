import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@/lib/kernel/transport'
import { noticesTo } from './gathered-notices'
import { resendTransport } from './resend-transport'
import { SendFailure } from './send-failure'
import { playResend, recorded } from './testing/play-resend'

const notice = (key: string): Message => ({
  key,
  to: `${key}@example.org`,
  from: 'letters@example.org',
  replyTo: null,
  subject: 'Hello',
  text: 'Hello.',
  html: '<p>Hello.</p>',
  headers: {},
})
const keys = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`)

let service: Awaited<ReturnType<typeof playResend>>
let send: (key: string) => Promise<string>
beforeEach(async () => {
  service = await playResend()
  const transport = { ...resendTransport({ apiKey: 're_123', baseUrl: service.url, timeoutMs: 2000 }), callsApartMs: 1 }
  const notify = noticesTo(transport)
  send = (key) => notify(notice(key))
})
afterEach(() => service.close())

const sizes = () => service.asked.map(({ emails }) => emails.length)
const whoGotOne = () => service.taken.map(({ to }) => to).sort()
const kindOf = (outcome: PromiseSettledResult<string>) =>
  outcome.status === 'rejected' && outcome.reason instanceof SendFailure ? outcome.reason.kind : outcome.status

describe('notices that come one by one', () => {
  test('go at once and alone while nothing else goes, each under its own key', async () => {
    for (const key of keys(3)) await send(key)
    expect(service.asked.map(({ path, key }) => [path, key])).toEqual(keys(3).map((key) => ['/emails', key]))
  })

  test('go together while a call is under way, a hundred at most, and each is told its own id', async () => {
    const ids = await Promise.all(keys(250).map(send))
    expect(sizes()).toEqual([1, 100, 100, 49])
    expect(ids).toEqual(keys(250).map((key) => service.taken.find(({ to }) => to === `${key}@example.org`)?.id))
  })

  test('are one where they have one key', async () => {
    const [, one, other] = await Promise.all([send('first'), send('same'), send('same')])
    expect(one).toBe(other)
    expect(whoGotOne()).toEqual(['first@example.org', 'same@example.org'])
  })
})

describe('where the service', () => {
  test('refuses one of them, the others go, and that one is refused', async () => {
    service.decide = () =>
      service.asked.at(-1)?.emails.some(({ to }) => to === 'n33@example.org') ? recorded.badTo : null
    const outcomes = await Promise.allSettled(keys(60).map(send))
    expect(outcomes.map(kindOf)).toEqual(keys(60).map((key) => (key === 'n33' ? 'refused' : 'fulfilled')))
    expect(new Set(whoGotOne()).size).toBe(59)
    expect(whoGotOne()).toHaveLength(59)
  })

  test('wants none now, all of that call wait, and go once when they are tried again', async () => {
    service.mishaps.push(null, recorded.tooMany(1))
    const outcomes = await Promise.allSettled(keys(20).map(send))
    expect(outcomes.map(kindOf)).toEqual(['fulfilled', ...Array(19).fill('later')])
    await Promise.all(keys(20).slice(1).map(send))
    expect(whoGotOne()).toHaveLength(20)
  })

  test.each(['taken-drop', 'taken-500', 'taken-garbled'] as const)(
    'took a call without saying so (%s), none of it goes twice when it is tried again, though in other words',
    async (mishap) => {
      service.mishaps.push(null, mishap)
      const outcomes = await Promise.allSettled(keys(20).map(send))
      expect(outcomes.map(kindOf)).toEqual(['fulfilled', ...Array(19).fill('unknown')])
      const again = await Promise.all(keys(20).slice(1).map(send))
      expect(new Set(again).size).toBe(19)
      expect(whoGotOne()).toEqual(
        keys(20)
          .map((key) => `${key}@example.org`)
          .sort(),
      )
      // Each asked for its own; the service was asked once more.
      expect(sizes()).toEqual([1, 19, 19])
    },
  )

  test('took one that went alone without saying so, it does not go twice in the company of others', async () => {
    service.mishaps.push('taken-drop')
    expect(kindOf((await Promise.allSettled([send('n0')]))[0] as never)).toBe('unknown')
    await Promise.all(keys(20).reverse().map(send))
    expect(whoGotOne()).toEqual(
      keys(20)
        .map((key) => `${key}@example.org`)
        .sort(),
    )
  })

  test('breaks off again and again, what is tried goes once in the end', async () => {
    service.mishaps.push(null, 'taken-drop', 'drop', 'taken-500', 'drop')
    await Promise.allSettled(keys(30).map(send))
    for (let turn = 0; turn < 6; turn++) await Promise.allSettled(keys(30).slice(1).map(send))
    expect(new Set(whoGotOne()).size).toBe(30)
    expect(whoGotOne()).toHaveLength(30)
  })
})
