import { expect, test } from 'vitest'
import { keptDrawing } from './kept-drawing'

/** Draws what it is told to, and counts how often it was. */
function drawer() {
  const drawn: string[] = []
  const draw = (what: string) => async () => {
    drawn.push(what)
    return Buffer.from(what)
  }
  return { drawn, draw }
}

const MINUTE = 60_000

test('however many ask at once, it is drawn once', async () => {
  const { drawn, draw } = drawer()
  const all = await Promise.all(Array.from({ length: 500 }, () => keptDrawing('spike', '1', draw('1'))))
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
    await keptDrawing('change', from, draw(from), at)
  }
  expect(drawn).toEqual(['1', '3', '4'])
})

test('who asks meanwhile is told what the kept one was drawn from', async () => {
  const { draw } = drawer()
  await keptDrawing('meanwhile', '1', draw('1'), 0)
  const shown = await keptDrawing('meanwhile', '2', draw('2'), 1000)
  expect(shown).toEqual({ drawing: Buffer.from('1'), from: '1' })
})

test('when very many different ones are asked for at once, some get none, and all do later', async () => {
  const { draw } = drawer()
  const ask = () =>
    Promise.all(Array.from({ length: 650 }, (_, seat) => keptDrawing(`seat ${seat}`, '1', draw('1'), 0)))
  const first = (await ask()).filter((one) => one !== null).length
  expect(first).toBe(8)
  expect((await ask()).filter((one) => one !== null).length).toBe(16)
})

test('one that failed is tried again', async () => {
  const failing = keptDrawing('failing', '1', () => Promise.reject(new Error('Planted.')), 0)
  await expect(failing).rejects.toThrow('Planted.')
  expect((await keptDrawing('failing', '1', drawer().draw('1'), 1))?.drawing.toString()).toBe('1')
})
