import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { rateLimits } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { Refusal } from '@/lib/kernel/faults/errors'
import type { PrintedLetter } from '@/lib/letters/printed/letter-pdf'
import { limitsSetting } from '@/lib/limits/current-limits'
import { letterDrawn } from './letter'

const drawn: string[] = []
const draws = async ({ written }: PrintedLetter) => {
  drawn.push(written.body)
  return new Uint8Array([1, 2, 3])
}
const ask = (body: string, from = '203.0.113.7', how = draws) =>
  withExchange(newExchange({ clientAddress: from }), () =>
    letterDrawn({ written: { body } as PrintedLetter['written'], to: [], date: '6 October 2020' }, how),
  )

beforeEach(async () => {
  const db = await testDatabase()
  await db.delete(rateLimits)
  await db.insert(settings).values({ name: limitsSetting.name, value: { drawing: { points: 3, seconds: 60 } } })
  drawn.length = 0
})
afterEach(async () => {
  await (await testDatabase()).delete(settings)
  vi.useRealTimers()
})

test('a letter that is asked for by many at once, and again, is drawn once', async () => {
  await Promise.all(Array.from({ length: 10 }, () => ask('the same', `203.0.113.${Math.random()}`)))
  await ask('the same')
  expect(drawn).toEqual(['the same'])
})

test('what costs no drawing costs no turn; beyond the turns it is refused with when to come back', async () => {
  for (let time = 0; time < 10; time++) await ask('mine')
  await ask('mine, changed')
  await ask('mine, changed again')
  await expect(ask('and again')).rejects.toMatchObject({ code: 'too-many', retryAt: expect.any(Date) })
  await ask('and again', '203.0.113.8')
  expect(await ask('mine')).toHaveLength(3)
  expect(drawn).toEqual(['mine', 'mine, changed', 'mine, changed again', 'and again'])
})

test('a letter is forgotten within a minute, and one that failed at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  await ask('forgotten')
  await vi.advanceTimersByTimeAsync(60_000)
  await ask('forgotten')
  expect(drawn).toEqual(['forgotten', 'forgotten'])
  const failing = () => Promise.reject(new Refusal('unavailable', 'Planted.'))
  await expect(ask('fails', '203.0.113.9', failing)).rejects.toThrow('Planted.')
  await ask('fails', '203.0.113.9')
  expect(drawn).toEqual(['forgotten', 'forgotten', 'fails'])
})

test('of very many letters, those drawn last are in memory', async () => {
  for (let number = 0; number < 25; number++) await ask(`number ${number}`, `198.51.100.${number}`)
  drawn.length = 0
  await ask('number 24', '198.51.100.99')
  await ask('number 0', '198.51.100.99')
  expect(drawn).toEqual(['number 0'])
})
