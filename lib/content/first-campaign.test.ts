import { describe, expect, test } from 'vitest'
import { campaignContent } from './content'
import { firstCampaign } from './first-campaign'

const { content } = firstCampaign
const slots: [string, string[]][] = [
  ['opening', content.letter.openings],
  ...content.asks.map((ask): [string, string[]] => [ask.id, ask.wordings]),
  ['request', content.letter.requests],
  ['close', content.letter.closes],
]

/** The longest run of letters and digits, in small letters, that two texts have in common. */
function sharedRun(one: string, other: string): string {
  const [a, b] = [one, other].map((text) =>
    text
      .replace(/\{\w+\}/g, '|')
      .toLowerCase()
      .replace(/[^a-z0-9|]/g, ''),
  )
  let longest = ''
  for (let from = 0; from < (a ?? '').length; from++) {
    while (from + longest.length < (a ?? '').length) {
      const longer = (a ?? '').slice(from, from + longest.length + 1)
      if (!b?.includes(longer)) break
      longest = longer
    }
  }
  return longest
}

const pairs = (texts: string[]) => texts.flatMap((one, at) => texts.slice(at + 1).map((other) => sharedRun(one, other)))
const longest = (runs: string[]) => runs.reduce((most, run) => (run.length > most.length ? run : most), '')

test('the first campaign is valid and loses nothing in parsing', () => {
  expect(campaignContent.parse(content)).toEqual(content)
  expect(firstCampaign).toMatchObject({ slug: 'artsakh-ceasefire', goal: 1000 })
})

test('it has every part of the release', () => {
  expect(content.asks.map((ask) => ask.id)).toEqual(['ceasefire', 'turkey', 'military-aid', 'talks'])
  expect(content.concerns).toHaveLength(7)
  expect(content.source).toMatchObject({ shortName: 'HART', date: '2020-10-06' })
  expect(content.contacts).toEqual([
    { name: 'Caroline Cox', phone: '(0)20 8205 4608' },
    { name: 'David Thomas', phone: '01974 251670' },
  ])
  expect(content.concerns.find((concern) => concern.id === 'rhetoric')?.citation).toContain('as cited in the release')
})

test('each slot has seven wordings, and there are eight subjects', () => {
  expect(slots.map(([, wordings]) => wordings.length)).toEqual([7, 7, 7, 7, 7, 7, 7])
  expect(content.letter.subjects).toHaveLength(8)
})

test('every opening names the source, its date and the constituency, and every request the Foreign Secretary', () => {
  for (const opening of content.letter.openings) {
    expect(opening).toMatch(/HART/)
    expect(opening).toMatch(/6 October 2020/)
    expect(opening).toMatch(/\{constituency\}/)
    expect(opening).toMatch(/Nagorno-Karabakh/)
    expect(opening).toMatch(/Artsakh/)
  }
  for (const request of content.letter.requests) expect(request).toMatch(/Foreign Secretary/)
})

test('no letter names the MP in its body, which would be stale if the seat changed hands', () => {
  expect(JSON.stringify([content.letter, content.asks])).not.toMatch(/\{mp\}/)
})

describe('wordings of one slot share no run of 32 letters and digits', () => {
  test.each([['subject', content.letter.subjects] as [string, string[]], ...slots])('%s', (slot, wordings) => {
    const run = longest(pairs(wordings))
    console.log(`${slot}: longest shared run ${run.length}, "${run}"`)
    expect(run.length).toBeLessThan(32)
  })
})

test('nor do wordings of different slots, which stand in one letter or in two to the same MP', () => {
  const run = longest(pairs(slots.flatMap(([, wordings]) => wordings)))
  console.log(`any two wordings: longest shared run ${run.length}, "${run}"`)
  expect(run.length).toBeLessThan(32)
})
