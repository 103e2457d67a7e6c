import { expect, test } from 'vitest'
import { countTurns } from '@/lib/kernel/testing/turns'
import { ownTurn } from './own-event-loop-turn'

test('of very many at once, each begins in a turn of the loop that no other has', async () => {
  const turns = countTurns()
  const begun: number[] = []
  await Promise.all(Array.from({ length: 250 }, () => ownTurn().then(() => begun.push(turns.now()))))
  turns.end()
  expect(new Set(begun).size).toBe(250)
  expect(begun).toEqual(begun.toSorted((a, b) => a - b))
})

test('one who comes alone waits for no longer than a turn', async () => {
  let mine = false
  void ownTurn().then(() => {
    mine = true
  })
  await new Promise<void>((done) => queueMicrotask(() => setImmediate(done)))
  expect(mine).toBe(true)
})
