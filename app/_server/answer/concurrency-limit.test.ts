import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { countTurns } from '@/lib/kernel/testing/turns'
import { ANSWERED_AT_ONCE, placeFor } from './concurrency-limit'

const asked: ServerResponse[] = []

/** Asks for a place, and writes down who has got one. */
function asker(begun: string[]) {
  return (name: string, from = 'one address') => {
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    asked.push(response)
    void placeFor(response, from).then((has) => begun.push(has ? name : `${name} had gone`))
    return response
  }
}

/** Whoever waited begins in a turn of the event loop of their own. */
async function settled() {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done))
}
/** What the server makes of an answer that has gone whole. */
const end = (response: ServerResponse) => response.emit('close')
/** What the server makes of a connection that is gone. */
const hangUp = (response: ServerResponse) => response.destroy().emit('close')

afterEach(async () => {
  vi.useRealTimers()
  for (const response of asked.splice(0)) hangUp(response)
  await settled()
})

test('of very many at once, so many are answered at a time, and all in the end', async () => {
  const begun: string[] = []
  const ask = asker(begun)
  const all = Array.from({ length: 200 }, (_, at) => ask(`${at}`))
  await settled()
  for (const [at, response] of all.entries()) {
    expect(begun).toHaveLength(Math.min(200, at + ANSWERED_AT_ONCE))
    end(response)
    await settled()
  }
  expect(begun).toEqual(all.map((_, at) => `${at}`))
})

test('those who waited begin in turns of their own, however fast the answers before them go', async () => {
  const turns = countTurns()
  const begun: number[] = []
  const all = Array.from({ length: 200 }, async () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    await placeFor(response, 'one address')
    begun.push(turns.now())
    end(response)
  })
  await Promise.all(all)
  turns.end()
  expect(new Set(begun.slice(ANSWERED_AT_ONCE)).size).toBe(200 - ANSWERED_AT_ONCE)
})

test('somebody else waits for none of another’s two hundred', async () => {
  const begun: string[] = []
  const ask = asker(begun)
  for (let at = 0; at < 200; at++) ask(`${at}`)
  ask('somebody', 'another')
  await settled()
  expect(begun).toEqual(['0', '1', '2', 'somebody'])
})

test('those who have gone take no place', async () => {
  const begun: string[] = []
  const ask = asker(begun)
  const first = Array.from({ length: ANSWERED_AT_ONCE }, (_, at) => ask(`${at}`))
  const gone = ask('gone')
  ask('after')
  hangUp(gone)
  if (first[0]) hangUp(first[0])
  await settled()
  await settled()
  expect(begun.slice(ANSWERED_AT_ONCE)).toEqual(['gone had gone', 'after'])
})

test('who waits for something else gives the place up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const begun: string[] = []
  const ask = asker(begun)
  for (let at = 0; at < ANSWERED_AT_ONCE; at++) ask(`${at}`)
  ask('after')
  await settled()
  expect(begun).not.toContain('after')
  await vi.advanceTimersByTimeAsync(10_000)
  await settled()
  expect(begun).toContain('after')
})

test('a place is asked for once for each answer: a form and then the page that shows it', async () => {
  const begun: string[] = []
  const ask = asker(begun)
  for (let at = 0; at < ANSWERED_AT_ONCE - 1; at++) ask(`${at}`)
  const form = ask('form')
  await settled()
  expect(await placeFor(form, 'one address')).toBe(true)
  ask('after')
  end(form)
  await settled()
  expect(begun).toContain('after')
})
