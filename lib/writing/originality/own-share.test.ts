import { describe, expect, test } from 'vitest'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { stepsOf } from '@/lib/kernel/testing/steps'
import { composeLetter } from '@/lib/writing/compose'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { ownShare, ownShareBeside } from './own-share'
import { NO_OWN_WORDS } from './own-words'

const content = campaignContent.parse(firstCampaign.content)
const ids = content.asks.map((ask) => ask.id)
const forty =
  'My grandmother left Stepanakert as a girl and spoke of its gardens until she died. My cousins are still there, with two small children, and since the shelling began we hear from them only when the signal allows it, at night.'
const rewritten = `${forty}

I teach in a primary school and I have no expertise in foreign policy. I do know what fear does to children, and the charity HART, in what it wrote in October 2020, made plain that a great many of them were sleeping in cellars or on the road.

Would you ask whether this country has sold or given anything to the armies that took part? And would you back a halt to the fighting, as the United Nations did, and let people decide how their own valley is run? A line from the Foreign Office would mean a lot to my family. I am happy to come to a surgery if that is easier.`

function given(turn: number, { asks = ids, opening = '', constituency = 'Leeds North West' } = {}): string {
  const usual = { own: { ...NO_OWN_WORDS, opening }, constituency, mpName: 'Rachel Blake', nation: 'England' }
  return composeLetter(content, { ...usual, wording: anyWording(content, turn, { asks, opens: opening !== '' }) }).body
}

describe('the share that is the writer’s own', () => {
  test('is next to nothing for a letter left as given, in any wording, with any ask and seat', () => {
    const seats = [
      'Bath',
      'Leeds North West',
      'Doncaster East and the Isle of Axholme',
      'Cities of London and Westminster',
    ]
    const shares = Array.from({ length: 250 }, (_, turn) =>
      ownShare(
        given(turn, { asks: turn % 2 ? ids : [ids[turn % 4] ?? ''], constituency: seats[turn % 3] }),
        content,
        seats,
      ),
    )
    console.log(`as given: own share up to ${Math.max(...shares).toFixed(3)}`)
    expect(Math.max(...shares)).toBeLessThan(0.02)
  })

  test('is next to all for one wholly rewritten', () => {
    const share = ownShare(rewritten, content)
    console.log(`rewritten: own share ${share.toFixed(3)}`)
    expect(share).toBeGreaterThan(0.95)
  })

  test('is that of the own words where they stand before the given ones', () => {
    const text = given(3, { opening: forty })
    const part = forty.split(' ').length / text.split(/\s+/).length
    console.log(`forty own words: own share ${ownShare(text, content).toFixed(3)}, ${part.toFixed(3)} of the words`)
    expect(Math.abs(ownShare(text, content) - part)).toBeLessThan(0.02)
  })

  test('grows with each word changed, and not with punctuation, case or spacing', () => {
    const text = given(5)
    const changed = text.replace('2020', 'that year').replace(/\bHART\b/, 'the trust')
    expect(ownShare(changed, content)).toBeGreaterThan(ownShare(text, content))
    expect(ownShare(changed, content)).toBeLessThan(0.1)
    expect(ownShare(text.toUpperCase().replace(/’/g, "'").replace(/[,.;]/g, ' ').replace(/ /g, '  '), content)).toBe(
      ownShare(text, content),
    )
  })

  test('does not count the beginnings that staff offer', () => {
    expect(ownShare('I have never been to the region, but', content)).toBe(0)
  })

  test.each([
    ['', 0],
    [' \n ', 0],
    ['🕊️ !?', 0],
    ['Ceasefire now', 1],
    ['<script>alert(1)</script>', 1],
  ])('of %j is %d', (text, share) => expect(ownShare(text, content)).toBe(share))

  test('is found in a few milliseconds, for the longest letter too', () => {
    const longest = `${given(9)} ${'words of my own and more of them '.repeat(300)}`.slice(0, 10_000)
    ownShare(longest, content)
    // Each of them is a few nanoseconds.
    expect(stepsOf(() => ownShare(longest, content))).toBeLessThan(1_000_000)
  })
})

describe('beside one letter as it was composed', () => {
  const given = 'I am writing as your constituent to ask for your help with an urgent matter.'

  test('punctuation and capitals make nothing one’s own', () => {
    expect(ownShareBeside(given.toUpperCase().replaceAll(' ', ',\n'), [given])).toBe(0)
  })

  test('a paragraph put before the text counts in full', () => {
    expect(ownShareBeside(`My grandmother was born in Stepanakert. ${given}`, [given])).toBeCloseTo(6 / 21)
  })

  test('a text without words has no share, and one with nothing of the letter is all one’s own', () => {
    expect(ownShareBeside(' … ', [given])).toBe(0)
    expect(ownShareBeside('Something else entirely.', [given])).toBe(1)
  })
})
