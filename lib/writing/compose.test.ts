import { describe, expect, test } from 'vitest'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { wordCount } from '@/lib/kernel/text'
import { composeLetter } from './compose'
import { chooseWording, type Wording } from './wordings/choose-wording'

const content = campaignContent.parse(firstCampaign.content)
const ids = content.asks.map((ask) => ask.id)
// The shortest name, an ordinary one, the longest in words and one that takes an article.
const seats = ['Bath', 'Leeds North West', 'Doncaster East and the Isle of Axholme', 'Cities of London and Westminster']
const subsets = Array.from({ length: 2 ** ids.length - 1 }, (_, mask) =>
  ids.filter((_id, at) => ((mask + 1) >> at) & 1),
)

function letter(parts: Partial<Parameters<typeof composeLetter>[1]> = {}, from: CampaignContent = content) {
  const wording = chooseWording(from, 0)
  const usual = {
    asks: ids,
    reason: '',
    wording,
    mpName: 'Rachel Blake',
    constituency: 'Leeds North West',
    nation: 'England',
  }
  return composeLetter(from, { ...usual, ...parts })
}

/** Every subset of the asks in each of 686 turns, order and seat changing along: 10,290 letters, every three wordings together. */
const letters = Array.from({ length: 686 }, (_, turn) => turn).flatMap((turn) =>
  subsets.map((asks) => {
    const constituency = seats[turn % seats.length] ?? ''
    return { asks, ...letter({ asks, wording: chooseWording(content, turn), constituency }) }
  }),
)

const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/)
const opening = (text: string, words: number) => text.toLowerCase().split(/\s+/).slice(0, words).join(' ')

describe('letters without own words', () => {
  test('have 150 to 400 words, whatever is asked', () => {
    const counts = letters.map(({ asks, body }) => ({ asks: asks.length, words: wordCount(body) }))
    for (const asks of [1, 2, 3, 4]) {
      const words = counts.filter((count) => count.asks === asks).map((count) => count.words)
      console.log(`${asks} asks: ${Math.min(...words)} to ${Math.max(...words)} words in ${words.length} letters`)
    }
    expect(Math.min(...counts.map((count) => count.words))).toBeGreaterThanOrEqual(150)
    expect(Math.max(...counts.map((count) => count.words))).toBeLessThanOrEqual(400)
  })

  test('stay under 400 words in the longest combination, and over 150 in the shortest', () => {
    const extreme = (pick: (...lengths: number[]) => number) => (wordings: string[]) => {
      const lengths = wordings.map(wordCount)
      return lengths.indexOf(pick(...lengths))
    }
    const build = (at: (wordings: string[]) => number): Wording => ({
      subject: 0,
      opening: at(content.letter.openings),
      request: at(content.letter.requests),
      close: at(content.letter.closes),
      asks: Object.fromEntries(content.asks.map((ask) => [ask.id, at(ask.wordings)])),
      order: ids,
    })
    const longest = wordCount(letter({ wording: build(extreme(Math.max)), constituency: seats[2] }).body)
    const shortest = ids.map((id) =>
      wordCount(letter({ asks: [id], wording: build(extreme(Math.min)), constituency: 'Bath' }).body),
    )
    console.log(`shortest letter ${Math.min(...shortest)} words, longest ${longest}`)
    expect(longest).toBeLessThanOrEqual(400)
    expect(Math.min(...shortest)).toBeGreaterThanOrEqual(150)
  })

  test('are sound in spacing, marks and sentence ends', () => {
    const unsound = letters.filter(
      ({ subject, body }) =>
        /[^\S\n]{2}| \n|\n |\n{3}|^\s|\s$| [,.;:!?]|[,.;:!?]{2}|[{}]|[,;:?!.](?=\p{L})/u.test(body) ||
        / {2}|^\s|\s$|[.{}]$|\n/.test(subject) ||
        subject.length > 120 ||
        body.split('\n\n').some((paragraph) => !/^\p{Lu}[^\n]*[.?]$/u.test(paragraph)) ||
        sentencesOf(body).some((sentence) => !/^\p{Lu}/u.test(sentence)),
    )
    expect(unsound.slice(0, 3)).toEqual([])
  })

  test('never begin two sentences alike, nor two paragraphs in a row with one word', () => {
    const alike = letters.flatMap(({ body }) => {
      const sentences = sentencesOf(body).map((sentence) => opening(sentence, 2))
      const paragraphs = body.split('\n\n').map((paragraph) => opening(paragraph, 1))
      return [
        ...sentences.filter((start, at) => sentences.indexOf(start) !== at),
        ...paragraphs.filter((start, at) => start === paragraphs[at - 1]),
      ]
    })
    expect([...new Set(alike)]).toEqual([])
  })

  test('hold one paragraph for each ask, and none that was not ticked', () => {
    expect(letters.filter(({ asks, body }) => body.split('\n\n').length !== asks.length + 3)).toEqual([])
  })
})

test('any order of the asks reads on: no wording begins with the first word of another slot that it may stand next to', () => {
  const first = (texts: string[]) => new Set(texts.map((text) => opening(text, 1)))
  const { openings, requests, closes } = content.letter
  const slots = [first(openings), ...content.asks.map((ask) => first(ask.wordings)), first(requests), first(closes)]
  const words = slots.flatMap((slot) => [...slot])
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})

test('letters to one MP without own words share less than half of their 32-character pieces', () => {
  const shingles = Array.from({ length: 60 }, (_, turn) => {
    const text = letter({ wording: chooseWording(content, turn) })
      .body.toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
    return new Set(Array.from({ length: text.length - 31 }, (_piece, at) => text.slice(at, at + 32)))
  })
  const overlaps = shingles
    .flatMap((one, at) => shingles.slice(0, at).map((other) => dice(one, other)))
    .sort((a, b) => a - b)
  const [median = 0, high = 0, most = 0] = [0.5, 0.95, 1].map((part) => overlaps[Math.ceil(overlaps.length * part) - 1])
  console.log(
    `60 letters: overlap largest ${most.toFixed(2)}, 95th percentile ${high.toFixed(2)}, median ${median.toFixed(2)}`,
  )
  expect(most).toBeLessThan(0.5)
})

describe('own words', () => {
  const own = (reason: string) => {
    const given = letter().body
    const { body } = letter({ reason })
    expect(body.endsWith(given)).toBe(true)
    return body.slice(0, body.length - given.length)
  }

  test('come first, in paragraphs', () => {
    expect(own('  One.  Still\tone. \r\n\r\n \n\nTwo,\n  with a line.\n')).toBe(
      'One. Still one.\n\nTwo,\nwith a line.\n\n',
    )
  })

  test.each(['', '   ', '\n\n \t\n', '\u0000\u202e\ufeff'])(
    'that are nothing (%j) leave no empty paragraph',
    (reason) => expect(own(reason)).toBe(''),
  )

  test.each([
    ['Dear Ms Blake,\n\nI am worried.\n\nYours, Anna', 'Dear Ms Blake,\n\nI am worried.\n\nYours, Anna\n\n'],
    ['Wait... what?! {mp} $& <b>bold</b>', 'Wait... what?! {mp} $& <b>bold</b>\n\n'],
    ['🕊️🕊️', '🕊️🕊️\n\n'],
    ['Turned \u202eround\u0007 here', 'Turned round here\n\n'],
  ])('%j are left as they are, but for what does not show', (reason, kept) => expect(own(reason)).toBe(kept))
})

describe('placeholders', () => {
  const withOpening = (text: string): CampaignContent => ({
    ...content,
    letter: { ...content.letter, openings: [text, `${text} Or so.`] },
  })
  const opened = (text: string, parts: Parameters<typeof letter>[0]) =>
    letter(parts, withOpening(text)).body.split('\n\n')[0]

  test('are filled', () =>
    expect(opened('{mp}, for {constituency} in {nation}.', {})).toBe('Rachel Blake, for Leeds North West in England.'))
  test('of a vacant seat read well', () =>
    expect(opened('{mp} knows.', { mpName: null })).toBe('My Member of Parliament knows.'))
  test('take an article where the name asks for one', () => {
    const first = (constituency: string) => opened('{constituency} is home.', { constituency })
    expect(first('Weald of Kent')).toBe('The Weald of Kent is home.')
    expect(first('Isle of Wight East')).toBe('Isle of Wight East is home.')
    expect(opened('I live in {constituency}.', { constituency: 'Vale of Glamorgan' })).toBe(
      'I live in the Vale of Glamorgan.',
    )
  })

  test('leave no doubled space or mark', () =>
    expect(opened('{mp} , of {nation} {constituency}.', { nation: '', constituency: 'St. Ives.' })).toBe(
      'Rachel Blake, of St. Ives.',
    ))
})

test('asks that the campaign does not have are left out', () => {
  expect(letter({ asks: ['ceasefire', 'nonsense'] }).body.split('\n\n')).toHaveLength(4)
})

test('a wording from another version is made to fit, and no ticked ask is lost', () => {
  const stale = { subject: 99, opening: 99, request: -1, close: 1.5, asks: {}, order: ['nonsense', 'turkey'] }
  const paragraphs = letter({ wording: stale }).body.split('\n\n')
  expect(paragraphs).toHaveLength(7)
  expect(paragraphs[1]).toMatch(/^Turkey/)
})

function dice(one: Set<string>, other: Set<string>): number {
  return (2 * [...one].filter((piece) => other.has(piece)).length) / (one.size + other.size)
}
