import { describe, expect, test } from 'vitest'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { chooseWording, parseWording, printWording, type Wording } from './choose-wording'

const content = campaignContent.parse(firstCampaign.content)
const turns = (count: number) => Array.from({ length: count }, (_, turn) => chooseWording(content, turn))
const places = ({ opening, request, close, asks }: Wording) => [
  opening,
  ...content.asks.map(({ id }) => asks[id]),
  request,
  close,
]
const common = (one: Wording, other: Wording) =>
  places(one).filter((place, slot) => place === places(other)[slot]).length

describe('wordings for one letter after another', () => {
  test('differ from their neighbour in all seven slots but two at most, in subject and in order', () => {
    const given = turns(500)
    for (const [turn, wording] of given.slice(1, 343).entries()) {
      const before = given[turn]
      if (!before) continue
      expect(common(wording, before)).toBeLessThanOrEqual(2)
      expect(wording.subject).not.toBe(before.subject)
      expect(wording.order).not.toEqual(before.order)
    }
  })

  test('share one slot of seven at most in any two of 49, two in any of 343, and are never the same twice in 2,401', () => {
    const most = (count: number) =>
      turns(count).reduce(
        (found, one, at, given) => Math.max(found, ...given.slice(0, at).map((other) => common(one, other))),
        0,
      )
    expect([most(49), most(343)]).toEqual([1, 2])
    expect(new Set(turns(2401).map((wording) => places(wording).join())).size).toBe(2401)
  })

  test('use every wording equally often', () => {
    for (const slot of [0, 1, 2, 3, 4, 5, 6]) {
      const used = turns(343).map((wording) => places(wording)[slot])
      expect([0, 1, 2, 3, 4, 5, 6].map((place) => used.filter((one) => one === place).length)).toEqual(
        Array.from({ length: 7 }, () => 49),
      )
    }
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    'turn %d, which is none, gives the first',
    (turn) => expect(chooseWording(content, turn)).toEqual(chooseWording(content, 0)),
  )

  test('fit a campaign with slots of other sizes, up to the largest turn', () => {
    const [one, two] = content.asks
    const small: CampaignContent = {
      ...content,
      asks: [one, two]
        .filter((ask) => ask !== undefined)
        .map((ask) => ({ ...ask, wordings: ask.wordings.slice(0, 2) })),
      letter: { ...content.letter, openings: content.letter.openings.slice(0, 3), subjects: ['A', 'B'] },
    }
    for (const turn of [0, 1, 2, 3, 7, 1000, Number.MAX_SAFE_INTEGER]) {
      const wording = chooseWording(small, turn)
      expect(parseWording(small, printWording(wording))).toEqual(wording)
    }
  })
})

describe('a wording in a hidden field', () => {
  test('is short and reads back as it was', () => {
    expect(printWording(chooseWording(content, 7))).toMatch(/^s7\.o\d\.r\d\.c\d(\.[a-z-]+-\d){4}$/)
    for (const wording of turns(500)) expect(parseWording(content, printWording(wording))).toEqual(wording)
  })

  test.each([
    '',
    'junk',
    's1',
    's1.o1.r1.c1',
    's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1',
    's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-7',
    's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.turkey-1',
    's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.constructor-1',
    's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-',
    's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-1.talks-1',
    's8.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-1',
    's-1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-1',
    's1.o9.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-1',
    's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-1\n',
    '__proto__-1'.repeat(2000),
    `s1.o1.r1.c1${'.a-1'.repeat(100_000)}`,
  ])('gives turn 0 for what does not fit: %.60j', (text) =>
    expect(parseWording(content, text)).toEqual(chooseWording(content, 0)),
  )
})
