import { expect, test } from 'vitest'
import { intoFields } from './into-fields'
import { readRelease } from './read-release'

const HART = `HART Press Release Tuesday 6th October 2020: Escalating Offenses Against Civilians in Nagorno Karabakh

6 October 2020


Intensifying military offensives are raising fears.


Artsakh faces an existential threat: Without an immediate cessation there could soon be loss.


Of especial concern currently:

  • The use of heavy artillery, contrary to international law.
  • The fleeing of civilians from their homes.


We therefore urge the British government:


  • To join this call by the United Nations.
  • To urge the Turkish government to end its aggressive involvement.


For further information or queries, please contact


Caroline Cox: : (0)20 8205 4608

Back to News`

test('a release with two lists: the one after “we urge” is what is asked, the other what is of concern', () => {
  expect(readRelease(HART)).toEqual({
    title: 'HART Press Release Tuesday 6th October 2020: Escalating Offenses Against Civilians in Nagorno Karabakh',
    date: '2020-10-06',
    story: [
      'Intensifying military offensives are raising fears.',
      'Artsakh faces an existential threat: Without an immediate cessation there could soon be loss.',
    ],
    concerns: [
      'The use of heavy artillery, contrary to international law.',
      'The fleeing of civilians from their homes.',
    ],
    asks: ['Join this call by the United Nations.', 'Urge the Turkish government to end its aggressive involvement.'],
  })
})

test('numbered asks, a date in the American way, lines that are broken by hand, and notes that are left out', () => {
  const text = `Libraries at risk, says new report
London, March 4, 2026

One library in twenty has closed
since 2016.

Friends of Libraries is calling on ministers to:
1. fund libraries for five years;
2. keep a librarian in each,
   also in villages; and
3) publish the figures

ENDS

Notes to editors: we are a charity.`
  expect(readRelease(text)).toEqual({
    title: 'Libraries at risk, says new report London, March 4, 2026',
    date: '2026-03-04',
    story: ['One library in twenty has closed since 2016.'],
    concerns: [],
    asks: ['Fund libraries for five years.', 'Keep a librarian in each, also in villages.', 'Publish the figures.'],
  })
})

test('what has no list has no ask, and nothing at all reads as nothing', () => {
  expect(readRelease('A title\n\nWe ask for peace.')).toMatchObject({
    story: ['We ask for peace.'],
    asks: [],
    date: '',
  })
  expect(readRelease('')).toEqual({ title: '', date: '', story: [], concerns: [], asks: [] })
  expect(readRelease('May 2020 was warm.\n\n- one').date).toBe('')
})

test('what is taken comes after what there is, each point with a title of whole words', () => {
  const read = { ...readRelease(HART), asks: [`${'Long words '.repeat(12).trim()}.`] }
  let made = 0
  const fields = intoFields(
    { story: ['Before.'], asks: ['one'], concerns: [] },
    read,
    new Set(['story', 'asks', 'date']),
    (one) => `${one}-${++made}`,
  )
  expect(fields).toMatchObject({
    story: ['Before.', ...read.story],
    'source.date': '2020-10-06',
    asks: ['one', 'ask-1'],
    'asks.ask-1.title': 'Long words Long words Long words Long words Long words Long words Long words',
    'asks.ask-1.summary': read.asks[0],
  })
  expect(Object.keys(fields)).not.toContain('concerns')
  expect(Object.keys(fields)).not.toContain('source.title')
})
