import { describe, expect, test } from 'vitest'
import type { CampaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { findPart } from '@/lib/content/parts'
import { LEAST_WORDS, MOST_WORDS } from '@/lib/writing/wordings/choose-wording'
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

test('the rule of length is said where letters are written, as it is checked', () => {
  expect(findPart('letter')?.help).toContain(`${LEAST_WORDS} to ${MOST_WORDS} words`)
  const { shortest = 0, longest = 0 } = lintContent(firstCampaign.content).figures[0] ?? {}
  expect(shortest).toBeGreaterThanOrEqual(LEAST_WORDS)
  expect(longest).toBeLessThanOrEqual(MOST_WORDS)
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

  test('a claim in its writer’s mouth, with the words and in how many ways of saying the sentence', () => {
    const claims = found((content) => {
      content.letter.closes.push('Thank you{, and for me, that is much|}.')
      content.asks[0]?.wordings.push('Diplomacy is what I would put most trust in.')
    })
    expect(claims).toEqual([
      'advice asks.0.wordings.5: Call for an immediate ceasefire 6: “I would put most trust”: only its writer can say that of themselves. Leave it to their own words, or say what your source says.',
      'advice letter.closes.6: Closes 7: “for me,” (in 1 of 2 ways of saying the sentence, as “Thank you, and for me, that is much.”): only its writer can say that of themselves. Leave it to their own words, or say what your source says.',
    ])
  })

  test('what alternatives bring about that meet, also in a voice and a group', () => {
    const kinds = found((content) => {
      content.letter.closes.push('{The reply|The replies} {was|were} {a|an} {answer|help} to me.')
      const [voice] = content.voices
      voice?.openings?.push('{They|HART} asked for help from {constituency} in 2020.')
      voice?.requests?.push('{Please do.|} This is what I ask. Please write to him. Please write to her.')
    })
    expect(kinds).toEqual([
      expect.stringMatching(/^advice letter.closes.6: .*“a answer” \(in 4 of 16 ways/),
      expect.stringMatching(/^advice letter.closes.6: .*“The replies was” \(in 4 of 16 ways/),
      expect.stringMatching(/^advice letter.closes.6: .*“an help” \(in 4 of 16 ways/),
      expect.stringMatching(/^advice voices.0.openings.6: Formal, openings 7: “They” \(in 1 of 2 ways/),
      expect.stringMatching(/^advice voices.0.requests.5: Formal, requests 6: “This”: it begins the wording/),
      expect.stringMatching(/^advice voices.0.requests.5: Formal, requests 6: “please write to”: two sentences/),
    ])
  })

  test('twelve words that two wordings share, marked in both', () => {
    const content = structuredClone(firstCampaign.content)
    content.letter.closes.push('Yes: one word follows another here until nobody can tell the two apart any more.')
    content.letter.requests.push('{Well|So}, one word follows another here until nobody can tell the two apart, I say.')
    const { findings } = lintContent(content)
    expect(findings).toEqual([
      {
        weight: 'advice',
        field: 'letter.closes.6',
        message:
          '“one word follows another here until nobody can tell the two apart” stands in Requests 7 and in Closes 7. An office sees at once that one hand wrote both.',
        both: [
          {
            name: 'Requests 7',
            before: '{Well|So}, ',
            shared: 'one word follows another here until nobody can tell the two apart',
            after: ', I say.',
          },
          {
            name: 'Closes 7',
            before: 'Yes: ',
            shared: 'one word follows another here until nobody can tell the two apart',
            after: ' any more.',
          },
        ],
      },
    ])
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
    expect(findings).toContainEqual(expect.stringMatching(/^advice letter: two letters have \d\d% in common/))
  })

  test('the same for a group of MPs, by its name; not for one that gets no letter', () => {
    const group = (more: object) =>
      ({
        id: 'wales',
        name: 'Wales',
        parties: [],
        nations: ['Wales'],
        regions: [],
        notSeated: false,
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
