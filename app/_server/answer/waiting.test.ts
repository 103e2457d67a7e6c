import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { placeFor } from './concurrency-limit'
import { noteWaiting, waitNow } from './waiting'

const asked: { request: IncomingMessage; response: ServerResponse }[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  for (const { response } of asked.splice(0)) response.destroy().emit('close')
  vi.useRealTimers()
})

function ask(count: number, method = 'GET') {
  return Array.from({ length: count }, () => {
    const request = new IncomingMessage(new Socket())
    request.method = method
    const response = new ServerResponse(request)
    noteWaiting(request, response)
    asked.push({ request, response })
    return { request, response }
  })
}

test('few that wait are no sign of anything, however long', () => {
  ask(20)
  vi.advanceTimersByTime(60_000)
  expect(waitNow()).toBe(0)
})

test('of more, as long as all but a few have waited', () => {
  ask(15)
  vi.advanceTimersByTime(1000)
  ask(15)
  vi.advanceTimersByTime(2000)
  expect(waitNow()).toBe(2000)
})

test.each([
  ['whose answer has begun', (response: ServerResponse) => void response.writeHead(200)],
  ['who have hung up', (response: ServerResponse) => void response.destroy().emit('close')],
])('those %s wait no more', (_, end) => {
  const all = ask(60)
  vi.advanceTimersByTime(3000)
  for (const { response } of all.slice(0, 40)) end(response)
  expect(waitNow()).toBe(0)
})

test('how slowly somebody sends is not counted', () => {
  const all = ask(60, 'POST')
  vi.advanceTimersByTime(30_000)
  expect(waitNow()).toBe(0)
  for (const { request } of all) request.emit('end')
  vi.advanceTimersByTime(1000)
  expect(waitNow()).toBe(1000)
})

test('two hundred requests of one address, of which all but three wait for one another, are no sign of anything', async () => {
  const all = ask(200)
  for (const { response } of all) void placeFor(response, 'one address')
  await Promise.resolve()
  vi.advanceTimersByTime(10_000)
  expect(waitNow()).toBe(0)
})
