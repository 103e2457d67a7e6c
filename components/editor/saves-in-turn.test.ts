import { expect, test } from 'vitest'
import { type Outcome, savesInTurn } from './saves-in-turn'

/** A server that answers when the test says so, and an editor whose form has a text and the version it is based on. */
function slowLine() {
  const form = { text: 'one', base: 1 }
  const sent: { text: string; base: number; answer: (outcome: Outcome) => Promise<void> }[] = []
  let most = 0
  let open = 0
  const saves = savesInTurn(
    () => ({ ...form }),
    (body) => {
      most = Math.max(most, ++open)
      return new Promise((resolve) => {
        sent.push({
          ...body,
          async answer(outcome) {
            open -= 1
            if (outcome === 'saved') form.base += 1
            resolve(outcome)
            await new Promise((later) => setImmediate(later))
          },
        })
      })
    },
  )
  return { form, sent, saves, most: () => most, texts: () => sent.map(({ text, base }) => `${text} on ${base}`) }
}

test('a save waits for the one under way, and goes once, with the newest text from the newest base', async () => {
  const { form, sent, saves, most, texts } = slowLine()
  const first = saves.save()
  for (const text of ['two', 'three', 'four']) {
    form.text = text
    saves.save()
  }
  expect(texts()).toEqual(['one on 1'])
  await sent[0]?.answer('saved')
  expect(texts()).toEqual(['one on 1', 'four on 2'])
  await sent[1]?.answer('saved')
  await first
  expect([most(), sent.length]).toEqual([1, 2])
})

test('what was never answered is sent again as it was, and what was typed since goes next', async () => {
  const { form, sent, saves, texts } = slowLine()
  saves.save()
  await sent[0]?.answer('unanswered')
  form.text = 'two'
  saves.save()
  expect(texts().at(-1)).toBe('one on 1')
  await sent[1]?.answer('saved')
  expect(texts()).toEqual(['one on 1', 'one on 1', 'two on 2'])
})

test('whoever presses a button waits for what is under way, and for an answer that never came, and for no more', async () => {
  const { form, sent, saves, texts } = slowLine()
  saves.save()
  form.text = 'two'
  saves.save()
  let settled = false
  const settling = saves.settle().then(() => {
    settled = true
  })
  await sent[0]?.answer('unanswered')
  expect([settled, texts()]).toEqual([false, ['one on 1', 'one on 1']])
  await sent[1]?.answer('saved')
  await settling
  expect([sent.length, form.base]).toEqual([2, 2])
})

test.each(['stopped', 'unanswered'] as const)(
  'a save that is %s is followed by no other of itself',
  async (outcome) => {
    const { sent, saves } = slowLine()
    const all = saves.save()
    saves.save()
    await sent[0]?.answer(outcome)
    await all
    expect(sent).toHaveLength(1)
  },
)
