import { describe, expect, test } from 'vitest'
import type { CampaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { lintContent } from './lint'

/** What is found in the first campaign once `spoil` has spoilt a copy of it. */
function found(spoil: (content: CampaignContent) => void): string[] {
  const content = structuredClone(firstCampaign.content)
  spoil(content)
  return lintContent(content).findings.map(({ weight, field, message }) => `${weight} ${field}: ${message}`)
}

/** Two short wordings of three, four and five words, that share nothing. */
const few = ['Do what is right.', 'Please act on this soon.']

test('the first campaign has nothing to mend, and its figures are as an office would have them', () => {
  const { findings, figures } = lintContent(firstCampaign.content)
  console.log(figures[0])
  expect(findings).toEqual([])
  expect(figures).toHaveLength(1)
  expect(figures[0]).toMatchObject({ group: null })
  expect(figures[0]?.inCommon).toBeLessThan(0.1)
  expect(figures[0]?.repeated?.times).toBeLessThanOrEqual(6)
})

describe('what is found', () => {
  test('an unknown token or a missing part comes alone, as a fault beside its field', () => {
    expect(found((content) => content.letter.closes.splice(0, 1, 'Dear {name}.'))).toEqual([
      'fault letter.closes.0: Closes: {name} cannot be filled. A letter can hold {mp}, {constituency} and {nation}.',
    ])
    expect(lintContent(undefined).findings).toHaveLength(1)
  })

  test('a letter that is too short, and a slot with few wordings', () => {
    const findings = found((content) => {
      content.voices = []
      content.letter.openings = few
      content.letter.requests = ['Write to them at once.', 'A letter would help.']
      content.letter.closes = ['Thank you.', 'With thanks, and in hope.']
    })
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^fault letter: the shortest letter as given has \d\d words; 110 are needed/),
        'advice letter.openings: Openings: 2 wordings. With 4 or more, letters to one MP differ enough.',
        expect.stringMatching(/^advice letter.closes: /),
      ]),
    )
  })

  test('a letter that is too long, by the longest name and the longest wordings', () => {
    const long = 'One more thing that I would say of it at length is what nobody has said before me here. '
      .repeat(8)
      .trim()
    const findings = found((content) => {
      content.voices = []
      content.letter.closes = [long, `${long} It is so.`]
    })
    expect(findings).toContainEqual(
      expect.stringMatching(/^fault letter: the longest letter as given has \d+ words; 180 are/),
    )
  })

  test('a sentence that two wordings share, also of two slots, but for case and marks', () => {
    expect(
      found((content) => {
        content.letter.requests.push('I would be grateful for a word from you on it.')
        content.letter.closes.push('I WOULD BE GRATEFUL, for a word from you on it!')
      }),
    ).toContainEqual(expect.stringMatching(/^advice letter.closes.\d+: “I WOULD BE.*stands in letter.requests.\d+ too/))
  })

  test('hard words, and letters that are much alike', () => {
    const hard =
      'Notwithstanding considerable parliamentary preoccupation, governmental representatives responsible for international humanitarian obligations necessarily acknowledge comprehensive administrative accountability'
    const findings = found((content) => {
      content.voices = []
      for (const ask of content.asks)
        ask.wordings = [1, 2, 3, 4].map((number) => `${hard} regarding ${ask.id} ${number}.`)
    })
    expect(findings).toContainEqual(expect.stringMatching(/^advice letter: one has to be \d\d to read it with ease/))
    expect(findings).toContainEqual(expect.stringMatching(/^advice letter: two letters have \d\d % in common/))
  })

  test('the same for a group of MPs, by its name; not for one that gets no letter', () => {
    const group = (more: object) =>
      ({
        id: 'wales',
        name: 'Wales',
        parties: [],
        nations: ['Wales'],
        seats: [],
        wordings: { openings: few, requests: few, closes: few, asks: {} },
        leaveOut: [],
        aside: null,
        ...more,
      }) as CampaignContent['groups'][number]
    const one = { ...firstCampaign.content, voices: [] }
    const lint = lintContent({ ...one, groups: [group({})] })
    expect(lint.figures.map((figures) => figures.group)).toEqual([null, 'Wales'])
    expect(lint.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          weight: 'fault',
          message: expect.stringMatching(/^For “Wales”: the shortest letter/),
        }),
        expect.objectContaining({ weight: 'advice', field: 'groups.0.wordings.openings' }),
      ]),
    )
    const aside = { title: 'No', paragraphs: ['They acted.'], thank: false, share: false }
    expect(lintContent({ ...firstCampaign.content, groups: [group({ aside })] }).figures).toHaveLength(1)
  })
})
