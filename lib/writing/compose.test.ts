import { describe, expect, test } from 'vitest'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { wordCount } from '@/lib/kernel/text'
import { composeLetter } from './compose'
import { NO_OWN_WORDS } from './originality/own-words'
import { anyWording } from './wordings/any-wording'
import { letterKit } from './wordings/letter-kit'
import { SKELETONS } from './wordings/skeletons'

const content = campaignContent.parse(firstCampaign.content)
const ids = content.asks.map((ask) => ask.id)
// The shortest name, an ordinary one, the longest in words and one that takes an article.
const seats = ['Bath', 'Leeds North West', 'Doncaster East and the Isle of Axholme', 'Cities of London and Westminster']
const subsets = Array.from({ length: 2 ** ids.length }, (_, mask) => ids.filter((_id, at) => (mask >> at) & 1))

type Parts = Parameters<typeof composeLetter>[1]

function letter(parts: Partial<Parts> & { asks?: string[] } = {}, from: CampaignContent = content) {
  const { asks = [], ...given } = parts
  const usual: Parts = {
    own: NO_OWN_WORDS,
    wording: anyWording(from, 0, { asks, opens: Boolean(given.own?.opening) }),
    mpName: 'Rachel Blake',
    constituency: 'Leeds North West',
    nation: 'England',
  }
  return composeLetter(from, { ...usual, ...given })
}

/** Every subset of the asks in each of 60 turns, the seat changing along. */
const letters = Array.from({ length: 60 }, (_, turn) => turn).flatMap((turn) =>
  subsets.map((asks) => {
    const wording = anyWording(content, turn, { asks, opens: false })
    return { asks, wording, ...letter({ wording, constituency: seats[turn % seats.length] ?? '' }) }
  }),
)

describe('letters without own words', () => {
  test('have 110 to 180 words, whatever is asked and wherever', () => {
    const counts = letters.map(({ body }) => wordCount(body))
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([
      expect.toSatisfy((n) => n >= 110),
      expect.toSatisfy((n) => n <= 180),
    ])
  })

  test('are sound in spacing, marks and sentence ends', () => {
    const unsound = letters.filter(
      ({ subject, body }) =>
        /[^\S\n]{2}| \n|\n |\n{3}|^\s|\s$| [,.;:!?]|[,.;:!?]{2}|[{}|~]|[,;:?!.](?=\p{L})/u.test(body) ||
        / {2}|^\s|\s$|[.{}|]$|\n/.test(subject) ||
        subject.length > 120 ||
        body.split('\n\n').some((paragraph) => !/^\p{Lu}[^\n]*[.?]$/u.test(paragraph)) ||
        body.split(/(?<=[.?!])\s+/).some((sentence) => !/^\p{Lu}/u.test(sentence)),
    )
    expect(unsound.map(({ body }) => body).slice(0, 3)).toEqual([])
  })

  test('hold each sentence that was chosen once, and nothing else', () => {
    const { sentences } = letterKit(content)
    for (const { wording, body } of letters) {
      const said = wording.said.filter(
        ({ sentence }) => !['subject', 'naming'].includes(sentences[sentence]?.slot ?? ''),
      )
      expect(said.length).toBeGreaterThanOrEqual(body.split(/(?<=[.?!])\s+/).length)
    }
  })
})

test('every skeleton holds each of its places once, and no two are the same', () => {
  const places = ['close', 'first', 'mention', 'opening', 'request', 'second']
  for (const skeleton of SKELETONS) expect(skeleton.flat().sort()).toEqual(places)
  expect(new Set(SKELETONS.map((skeleton) => JSON.stringify(skeleton))).size).toBe(SKELETONS.length)
})

describe('own words', () => {
  const own = (opening: string) => {
    const wording = anyWording(content, 0)
    const given = letter({ wording }).body
    const { body } = letter({ wording, own: { ...NO_OWN_WORDS, opening } })
    expect(body.endsWith(given)).toBe(true)
    return body.slice(0, body.length - given.length)
  }

  test('that open the letter come first, in paragraphs', () => {
    expect(own('  One.  Still\tone. \r\n\r\n \n\nTwo,\n  with a line.\n')).toBe(
      'One. Still one.\n\nTwo,\nwith a line.\n\n',
    )
  })

  test.each(['', '   ', '\n\n \t\n', '\u0000\u202e\ufeff'])(
    'that are nothing (%j) leave no empty paragraph',
    (opening) => expect(own(opening)).toBe(''),
  )

  test.each([
    ['Dear Ms Blake,\n\nI am worried.\n\nYours, Anna', 'Dear Ms Blake,\n\nI am worried.\n\nYours, Anna\n\n'],
    ['Wait... what?! {mp} $& {a|b} <b>bold</b>', 'Wait... what?! {mp} $& {a|b} <b>bold</b>\n\n'],
    ['🕊️🕊️', '🕊️🕊️\n\n'],
    ['Turned \u202eround\u0007 here', 'Turned round here\n\n'],
  ])('%j are left as they are, but for what does not show', (opening, kept) => expect(own(opening)).toBe(kept))

  test('stand in every skeleton where their place says: first, after what is asked for, before the request', () => {
    for (const skeleton of SKELETONS.keys()) {
      const wording = { ...anyWording(content, 1, { asks: ids, opens: true }), skeleton }
      const { body } = letter({ wording, own: { opening: 'OPENING.', ask: 'ASK.', request: 'REQUEST.' } })
      const paragraphs = body.split('\n\n')
      expect(paragraphs[0]).toBe('OPENING.')
      const { sentences } = letterKit(content)
      const has = (slot: string) => wording.said.some(({ sentence }) => sentences[sentence]?.slot === slot)
      expect([has('following'), has('opening')]).toEqual([true, false])
      // With each of the three taken away the rest is as it was, in the same order.
      const without = letter({ wording, own: { opening: 'OPENING.', ask: '', request: '' } }).body
      const words = (text: string) => text.split(/\s+/).filter((word) => !['ASK.', 'REQUEST.'].includes(word))
      expect(words(body)).toEqual(words(without))
      expect(paragraphs).toContain('ASK.')
      expect(paragraphs).toContain('REQUEST.')
      expect(paragraphs[paragraphs.indexOf('REQUEST.') + 1]).toMatch(/Foreign Secretary/)
      expect(paragraphs.indexOf('ASK.')).toBeLessThan(paragraphs.indexOf('REQUEST.'))
    }
  })

  test('follow on into a sentence that is made for it', () => {
    const { body } = letter({ own: { ...NO_OWN_WORDS, opening: 'My gran fled.' } })
    const followings = [
      content.letter.followings ?? [],
      ...content.voices.map(({ followings = [] }) => followings),
    ].flat()
    const starts = followings.map((text) =>
      text
        .replace(/^\{([^|{}]+).*/s, '$1')
        .split(' ')
        .slice(0, 2)
        .join(' '),
    )
    expect(starts.length).toBeGreaterThan(5)
    expect(letter().body).not.toContain(body.split('\n\n')[1]?.split('.')[0])
  })
})

describe('placeholders', () => {
  const withOpening = (text: string): CampaignContent => ({
    ...content,
    voices: [],
    letter: { ...content.letter, openings: [text, `${text} Or so.`] },
  })
  const opened = (text: string, parts: Parameters<typeof letter>[0]) => {
    const from = withOpening(text)
    const wording = { ...anyWording(from, 0), skeleton: 0 }
    return letter({ wording, ...parts }, from)
      .body.split('\n\n')[0]
      ?.replace(/ Or so\.$/, '')
  }

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

test('asks that are named and not argued stand in one sentence, each after a "to"', () => {
  const from: CampaignContent = {
    ...content,
    voices: [],
    asks: content.asks.map((ask) => ({ ...ask, mention: `do ${ask.id}` })),
    letter: { ...content.letter, mentions: ['It also asked them to {others}.'] },
  }
  for (let turn = 0; turn < 20; turn++) {
    const { body } = letter({ wording: anyWording(from, turn, { asks: ids, opens: false }) }, from)
    expect(body).toMatch(/It also asked them to do [\w-]+(, to do [\w-]+)? and to do [\w-]+\./)
  }
})

test('an ask that nobody has wordings or words for is no fault', () => {
  const { body } = letter({ asks: ['ceasefire', 'nonsense', '__proto__'] })
  expect(wordCount(body)).toBeGreaterThanOrEqual(110)
})
