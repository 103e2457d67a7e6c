import { describe, expect, test } from 'vitest'
import { type CampaignContent, campaignContent } from './content'
import { asideOf, contentFor, groupOf } from './content-for-mp'
import { firstCampaign } from './first-campaign'

type Group = Partial<CampaignContent['groups'][number]>

/** The first campaign with these groups, as an editor would save it. */
function withGroups(groups: Group[], more: Partial<CampaignContent> = {}): CampaignContent {
  const whole = groups.map((group, at) => ({
    id: `g${at + 1}`,
    name: `Group ${at + 1}`,
    parties: [],
    nations: [],
    notSeated: false,
    seats: [],
    ...group,
  }))
  return campaignContent.parse({ ...firstCampaign.content, ...more, groups: whole })
}

const seat = (party: string | null, nation = 'England', code = 'E14001322') => ({
  code,
  nation,
  mp: party === null ? null : { party },
})

describe('the group of an MP', () => {
  const content = withGroups([
    { seats: ['E14001063'] },
    { parties: ['labour'], nations: ['Scotland'] },
    { parties: ['Labour', 'Green Party'] },
    { nations: ['Wales'] },
    { regions: ['Yorkshire and the Humber', 'London'] },
  ])

  test.each([
    ['g1', seat('Conservative', 'England', 'E14001063')],
    ['g2', seat('Labour', 'Scotland')],
    ['g3', seat('Labour', 'England')],
    ['g3', seat('Labour (Co-op)', 'England')],
    ['g3', seat('Green Party', 'Wales')],
    ['g4', seat('Conservative', 'Wales')],
    ['g4', seat(null, 'Wales')],
    ['g5', seat('Independent', 'England')],
    ['g5', seat(null, 'England', 'E14001172')],
    [undefined, seat('Independent', 'England', 'E14001080')],
    [undefined, seat('Labour Independent', 'England', 'E14001080')],
    [undefined, seat(null, 'England', 'E14001080')],
  ])('is %s, the first that fits in all that it names', (id, whose) => expect(groupOf(content, whose)?.id).toBe(id))
})

describe('a group of MPs who do not take their seats', () => {
  const content = withGroups([{ notSeated: true, nations: ['Northern Ireland'] }, { nations: ['Northern Ireland'] }])

  test.each([
    ['g1', 'Sinn Féin'],
    ['g2', 'Alliance'],
    ['g2', null],
  ])('%s is where an MP of Northern Ireland of the party %j is', (id, party) =>
    expect(groupOf(content, seat(party, 'Northern Ireland'))?.id).toBe(id),
  )
})

describe('a group’s letter', () => {
  const own = ['Ours to open with.', 'Ours, put otherwise.']
  const content = withGroups([
    {
      nations: ['Wales'],
      wordings: { openings: own, asks: { talks: ['Talk.', 'Do talk.'] } },
      leaveOut: ['turkey'],
    },
  ])
  const group = content.groups[0] ?? null

  test('has its own wordings, slot by slot, without the asks that it leaves out', () => {
    const letter = contentFor(content, group)
    expect(letter.letter.openings).toEqual(own)
    expect(letter.letter.closes).toBe(content.letter.closes)
    expect(letter.asks.map(({ id }) => id)).toEqual(['ceasefire', 'military-aid', 'talks'])
    expect(letter.asks.at(-1)?.wordings).toEqual(['Talk.', 'Do talk.'])
    expect(letter.asks[0]?.wordings).toBe(content.asks[0]?.wordings)
  })

  test('is the campaign’s for every other MP', () => expect(contentFor(content, null)).toBe(content))
})

describe('no letter', () => {
  const message = { title: 'They have acted', paragraphs: ['Your MP has signed already.'], thank: true, share: true }

  test('goes to a group that is set aside; it says why, and what to do', () => {
    const content = withGroups([{ parties: ['Labour'], aside: message }, { nations: ['England'] }])
    expect(asideOf(content, seat('Labour'))).toEqual({ why: 'group', ...message })
    expect(asideOf(content, seat('Conservative'))).toBeNull()
  })

  test('goes from a nation that the campaign is not for', () => {
    const content = withGroups([], { nations: ['Scotland', 'Wales'] })
    expect(asideOf(content, seat('Labour', 'England'))).toEqual({ why: 'nation', nations: ['Scotland', 'Wales'] })
    expect(asideOf(content, seat('Labour', 'Wales'))).toBeNull()
    expect(asideOf(withGroups([]), seat('Labour', 'Northern Ireland'))).toBeNull()
  })
})

describe('a group cannot be saved', () => {
  const faults = (group: Group) => {
    const whole = { id: 'g', name: 'Ours', parties: ['Labour'], nations: [], seats: [], ...group }
    const result = campaignContent.safeParse({ ...firstCampaign.content, groups: [whole] })
    return result.error?.issues.map(({ path, message }) => `${path.join('.')} | ${message}`)
  }

  test.each([
    [
      { parties: [] },
      'groups.0.parties | Group of MPs: "Ours" would be every MP. Name a party, a nation, a region or a seat, or tick those who do not take their seats.',
    ],
    [{ seats: ['Bath'] }, 'groups.0.seats.0 | Seat of a group: a code like E14001172.'],
    [{ leaveOut: ['peace'] }, 'groups.0.leaveOut | Group of MPs: "Ours" leaves out "peace", which is no ask.'],
    [
      { leaveOut: ['ceasefire', 'turkey', 'military-aid', 'talks'] },
      'groups.0.leaveOut | Group of MPs: "Ours" leaves every ask out. Set the group aside instead, and say why.',
    ],
    [
      { wordings: { asks: { peace: ['One.', 'Two.'] } } },
      'groups.0.wordings.asks.peace | Group of MPs: "Ours" has wordings for "peace", which is no ask.',
    ],
    [
      { wordings: { openings: ['Only {town}.', 'Two.'], asks: {} } },
      'groups.0.wordings.openings.0 | Openings for a group: {town} cannot be filled. A letter can hold {mp}, {constituency} and {nation}.',
    ],
    [{ name: '' }, 'groups.0.name | Name of a group of MPs: nothing is written here.'],
  ])('%#', (group, fault) => expect(faults(group)).toEqual([fault]))
})

test('a version from before there were groups reads as one without', () => {
  const { groups: _groups, nations: _nations, ...before } = firstCampaign.content
  expect(campaignContent.parse(before)).toEqual(campaignContent.parse(firstCampaign.content))
})
