import { describe, expect, test } from 'vitest'
import { firstCampaign } from '@/lib/content/first-campaign'
import { compareContents, stretchesOf } from './compare'

const content = { ...firstCampaign.content, title: 'Ask your MP to press for a ceasefire in Nagorno-Karabakh' }

describe('two versions', () => {
  test('that are the same have nothing to show', () =>
    expect(compareContents(content, structuredClone(content))).toEqual([]))

  test('differ field by field, in words', () => {
    const later = structuredClone(content)
    later.title = content.title.replace('press for', 'work for')
    const [ask] = later.asks
    if (ask) ask.summary = `${ask.summary} At once.`
    const changes = compareContents(content, later)
    expect(changes.map(({ name, part }) => [name, part])).toEqual([
      ['Title', 'summary'],
      ['Ask “Call for an immediate ceasefire”: summary', 'asks'],
    ])
    expect(changes[0]?.stretches).toEqual([
      { text: 'Ask your MP to ', change: null },
      { text: 'press', change: 'removed' },
      { text: 'work', change: 'added' },
      { text: ' for a ceasefire in Nagorno-Karabakh', change: null },
    ])
    expect(changes[1]?.stretches.at(-1)).toEqual({ text: 'At once.', change: 'added' })
  })

  test('say in words which colour was chosen, and nothing of one that was only left unsaid', () => {
    const { palette: _, ...unsaid } = content
    expect(compareContents(unsaid, content)).toEqual([])
    const [change] = compareContents(unsaid, { ...content, palette: 'harbour' })
    expect(change).toMatchObject({ name: 'Colour', part: 'summary' })
    expect(change?.stretches.at(-1)).toEqual({ text: 'Blue', change: 'added' })
  })

  test('show an ask that is gone as taken out of the list, with its words', () => {
    const later = { ...content, asks: content.asks.filter(({ id }) => id !== 'turkey') }
    const names = compareContents(content, later).map(({ name }) => name)
    expect(names[0]).toBe('Asks: which there are, in what order')
    expect(names).toContain('Ask “Press Turkey to end its involvement”: wordings')
  })
})

test('a phrase is replaced as a phrase, and a paragraph that is parted differs too', () => {
  expect(stretchesOf('Ask your MP to act', 'Write to a minister to act').map(({ change }) => change)).toContain(
    'removed',
  )
  expect(stretchesOf('One. Two.', 'One.\n\nTwo.').some(({ change }) => change === 'added')).toBe(true)
})

test('texts too far apart to compare are shown whole, one after the other', () => {
  const [old, now] = ['a', 'b'].map((letter) => Array.from({ length: 3000 }, (_, at) => `${letter}${at}`).join(' '))
  expect(stretchesOf(old ?? '', now ?? '')).toEqual([
    { text: old, change: 'removed' },
    { text: now, change: 'added' },
  ])
})
