import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { ANSWERED_AT_ONCE, placeFor } from '@/app/_server/answer/concurrency-limit'
import { withGoingOn } from './background-revalidation'

type NextContext = { get(): { waitUntil(work: Promise<unknown>): void } | undefined }
const asNextReadsIt = () => Reflect.get(globalThis, Symbol.for('@next/request-context')) as NextContext

async function settled() {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done))
}

test('a place is kept until what goes on behind the answer is done, also where it fails', async () => {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const fails: ((error: Error) => void)[] = []
  for (let at = 0; at < 2 * ANSWERED_AT_ONCE; at++) {
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    void placeFor(response, 'one address').then(() => {
      begun.push(at)
      const work = new Promise<void>((done, fail) => {
        ends.push(done)
        fails.push(fail)
      })
      withGoingOn(response, () => asNextReadsIt().get()?.waitUntil(work))
      response.emit('close')
    })
  }
  await settled()
  expect(begun).toHaveLength(ANSWERED_AT_ONCE)
  ends[0]?.()
  await settled()
  expect(begun).toHaveLength(ANSWERED_AT_ONCE + 1)
  fails[1]?.(new Error('Planted.'))
  await settled()
  expect(begun).toHaveLength(ANSWERED_AT_ONCE + 2)
  for (const end of ends) end()
  await settled()
  for (const end of ends) end()
})

test('there is nothing to keep outside of an answer', () => expect(asNextReadsIt().get()).toBeUndefined())
