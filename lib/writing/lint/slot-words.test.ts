import { expect, test } from 'vitest'
import type { CampaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { lintContent } from './lint'
import { slotsInWords } from './slot-words'

const inWords = (spoil: (content: CampaignContent) => void) => {
  const content = structuredClone(firstCampaign.content)
  spoil(content)
  return slotsInWords(lintContent(content).figures)
}
const poor = [
  'Could you please write to the minister and ask what was done?',
  'Please let the minister know that I ask.',
]

test('a letter that nobody can make yet has no figures', () => expect(slotsInWords([])).toBeNull())

test('the slot that limits is named, with its sentence, what is missing there, and what two more would bring', () => {
  const slots = inWords((content) => {
    content.voices = []
    content.letter.requests = poor
  })
  const times = slots?.says[0]?.match(
    /^With 100 letters to one MP, an office would see the same sentence up to (\d+) times\.$/,
  )
  expect(Number(times?.[1])).toBeGreaterThanOrEqual(50)
  expect(slots?.says[1]).toMatch(
    /^It is a request: “(Could|Please) .*” With 2 more wordings there, as long and with as many alternatives, it would be up to (2|3)\d times\.$/,
  )
  expect(slots?.rows.find(({ key }) => key === 'request ')).toEqual({
    key: 'request ',
    name: 'Requests',
    wordings: 'Plain\u00a02',
    ways: '1',
    times: `up to ${times?.[1]} times`,
    missing: '2 wordings in Plain; alternatives in the poorest',
  })
  expect(slots?.rows.find(({ name }) => name === 'Call for an immediate ceasefire')?.missing).toBe('Nothing')
})

test('what is optional and not there is said to be so, and a group is told apart', () => {
  const slots = inWords((content) => {
    content.voices = []
    content.letter.followings = undefined
    content.letter.mentions = undefined
    content.groups = [
      {
        id: 'wales',
        name: 'Wales',
        parties: [],
        nations: ['Wales'],
        regions: [],
        notSeated: false,
        seats: [],
        wordings: { requests: poor, asks: {} },
        leaveOut: [],
        aside: null,
      },
    ]
  })
  for (const key of ['following ', 'mention ']) {
    expect(slots?.rows.find((row) => row.key === key)).toMatchObject({ wordings: '0', ways: '–', missing: 'Optional' })
  }
  expect(slots?.says.at(-1)).toMatch(/^For “Wales”: up to \d\d times\.$/)
})
