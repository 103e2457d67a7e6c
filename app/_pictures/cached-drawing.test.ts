import { expect, test } from 'vitest'
import { Refusal } from '@/lib/kernel/faults/errors'
import { MINUTE } from '@/lib/kernel/time/durations'
import { cachedDrawing } from './cached-drawing'

/** Draws what it is told to, and counts how often it was. */
function drawer() {
  const drawn: string[] = []
  const draw = (what: string) => async () => {
    drawn.push(what)
    return Buffer.from(what)
  }
  return { drawn, draw }
}

test('however many ask at once, it is drawn once', async () => {
  const { drawn, draw } = drawer()
  const all = await Promise.all(Array.from({ length: 500 }, () => cachedDrawing('spike', '1', draw('1'))))
  expect(drawn).toEqual(['1'])
  expect(new Set(all.map((one) => one?.drawing.toString()))).toEqual(new Set(['1']))
})

test('what has changed is drawn anew after a minute, and not before', async () => {
  const { drawn, draw } = drawer()
  for (const [from, at] of [
    ['1', 0],
    ['2', 1],
    ['3', MINUTE - 1],
    ['3', MINUTE],
    ['3', 10 * MINUTE],
    ['4', 10 * MINUTE],
  ] as const) {
    await cachedDrawing('change', from, draw(from), at)
  }
  expect(drawn).toEqual(['1', '3', '4'])
})

test('who asks meanwhile is told what the kept one was drawn from', async () => {
  const { draw } = drawer()
  await cachedDrawing('meanwhile', '1', draw('1'), 0)
  const shown = await cachedDrawing('meanwhile', '2', draw('2'), 1000)
  expect(shown).toEqual({ drawing: Buffer.from('1'), from: '1' })
})

test('when very many different ones are asked for at once, some get none, and all do later', async () => {
  const { draw } = drawer()
  const ask = () =>
    Promise.all(Array.from({ length: 650 }, (_, seat) => cachedDrawing(`seat ${seat}`, '1', draw('1'), 0)))
  const first = (await ask()).filter((one) => one !== null).length
  expect(first).toBe(8)
  expect((await ask()).filter((one) => one !== null).length).toBe(16)
})

test('one that failed is tried again', async () => {
  const failing = cachedDrawing('failing', '1', () => Promise.reject(new Error('Planted.')), 0)
  await expect(failing).rejects.toThrow('Planted.')
  expect((await cachedDrawing('failing', '1', drawer().draw('1'), 1))?.drawing.toString()).toBe('1')
})

test('when a drawing is refused, everybody who waits for it has the one before, and it is tried again', async () => {
  const { drawn, draw } = drawer()
  const refused = () => Promise.reject(new Refusal('unavailable', 'Planted.'))
  expect(await cachedDrawing('refused', '1', refused, 0)).toBeNull()
  await cachedDrawing('refused', '1', draw('1'), 1)
  const all = await Promise.all([2, 3].map((at) => cachedDrawing('refused', '2', refused, MINUTE + at)))
  expect(all.map((one) => one?.from)).toEqual(['1', '1'])
  expect((await cachedDrawing('refused', '2', draw('2'), MINUTE + 4))?.from).toBe('2')
  expect(drawn).toEqual(['1', '2'])
})

test('for somebody who may have none drawn there is the kept one, or none', async () => {
  const { draw } = drawer()
  expect(await cachedDrawing('may not', '1', null, 0)).toBeNull()
  await cachedDrawing('may not', '1', draw('1'), 0)
  expect((await cachedDrawing('may not', '2', null, 2 * MINUTE))?.from).toBe('1')
})
