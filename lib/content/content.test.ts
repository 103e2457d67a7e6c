import { describe, expect, test } from 'vitest'
import { type CampaignContent, campaignContent } from './content'
import { firstCampaign } from './first-campaign'

/** What the schema says of the first campaign after `spoil` has spoilt a copy of it. */
function faults(spoil: (content: CampaignContent) => void): string[] {
  const content = structuredClone(firstCampaign.content)
  spoil(content)
  const result = campaignContent.safeParse(content)
  return result.error?.issues.map(({ path, message }) => `${path.join('.')} | ${message}`) ?? []
}

/** A value where the types do not let one: what a stored or posted version might hold. */
function put(content: CampaignContent, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), content)
  Reflect.set(Object(holder), last, value)
}

describe('each fault names its field, in its path and in its words', () => {
  test.each([
    ['title', '', 'title | Title: nothing is written here.'],
    ['title', '   ', 'title | Title: nothing is written here.'],
    ['title', undefined, 'title | Title: missing.'],
    ['title', 7, 'title | Title: this has to be text.'],
    ['title', 'x'.repeat(91), 'title | Title: at most 90 characters fit, this has 91.'],
    [
      'summary',
      'Ask {mp} to act.',
      'summary | Summary: placeholders in braces are filled in letters only. Take the braces out.',
    ],
    [
      'questions.7.answer',
      'Erased after {letter kept}, {mp}.',
      'questions.7.answer | Answer: {letter kept}, {mp} cannot be filled. This text can hold {letters kept}, {letters wait}, {kept after closing} and {kept after signing}.',
    ],
    [
      'emails',
      { confirm: { opening: ['Dear {name}, {sent on}'] } },
      'emails.confirm.opening.0 | Opening of “Asking to confirm”: {name}, {sent on} cannot be filled in this e-mail. It can hold {mp}, {constituency} and {campaign}.',
    ],
    [
      'emails',
      { reply: { subject: 'Has {mp} replied\nto you?' } },
      'emails.reply.subject | Subject of “Asking whether the MP has replied”: it has a line break or a character that does not show. Write it as one paragraph.',
    ],
    [
      'emails',
      { reply: { closing: ['Ask {{mp}}, or } him.'] } },
      'emails.reply.closing.0 | Closing of “Asking whether the MP has replied”: {{mp}}, } cannot be filled in this e-mail. It can hold {mp}, {constituency}, {campaign}, {name} and {sent on}.',
    ],
    [
      'emails',
      { copy: { subject: 'About {campaign} and {constituency} and {mp}' } },
      'emails.copy.subject | Subject of “The supporter’s copy”: with long names filled in it would have more than 150 characters.',
    ],
    ['palette', 'beige', 'palette | Colour: choose one of those shown.'],
    ['story', [], 'story | Story: at least 1 needed, 0 given.'],
    [
      'story.1',
      'Two\nlines',
      'story.1 | Story: it has a line break or a character that does not show. Write it as one paragraph.',
    ],
    [
      'story.1',
      'Turned \u202e round',
      'story.1 | Story: it has a line break or a character that does not show. Write it as one paragraph.',
    ],
    ['source.date', '6 October 2020', 'source.date | Date of the source: write it as 2020-10-06.'],
    ['source.date', '2020-02-30', 'source.date | Date of the source: write it as 2020-10-06.'],
    ['source.note', undefined, 'source.note | Note on the source: missing.'],
    ['recipientAsk', 'Act', 'recipientAsk | What the MP is asked: start with "to".'],
    ['asks', [], 'asks | Asks: at least 1 needed, 0 given.'],
    ['asks', 'all', 'asks | Asks: this has to be a list.'],
    ['asks.1.id', 'ceasefire', 'asks.1.id | Asks: number 2 has the id of number 1, "ceasefire".'],
    [
      'asks.1.id',
      'A.b',
      'asks.1.id | Ask: an id is made of small letters, digits and single hyphens, and starts with a letter.',
    ],
    ['asks.2.wordings', ['Only one.'], 'asks.2.wordings | Wordings of an ask: at least 2 needed, 1 given.'],
    [
      'asks.2.wordings.0',
      'Dear {name}, hello.',
      'asks.2.wordings.0 | Wordings of an ask: {name} cannot be filled. A letter can hold {mp}, {constituency} and {nation}.',
    ],
    [
      'asks.2.wordings.3',
      'x'.repeat(801),
      'asks.2.wordings.3 | Wordings of an ask: at most 800 characters fit, this has 801.',
    ],
    ['concerns.3.id', 'rhetoric', 'concerns.5.id | Concerns: number 6 has the id of number 4, "rhetoric".'],
    ['concerns.0.citation', '', 'concerns.0.citation | Citation of a concern: nothing is written here.'],
    ['letter', null, 'letter | Letter: this has to be a set of fields.'],
    [
      'letter.closes.2',
      'So, {{mp}}',
      'letter.closes.2 | Closes: {{mp}} cannot be filled. A letter can hold {mp}, {constituency} and {nation}.',
    ],
    ['letter.requests', undefined, 'letter.requests | Requests: missing.'],
    ['letter.subjects.4', 'x'.repeat(121), 'letter.subjects.4 | Subject: at most 120 characters fit, this has 121.'],
    [
      'letter.subjects.4',
      `${'x'.repeat(70)} {constituency} {mp}`,
      'letter.subjects.4 | Subject: with a long name filled in it would have more than 120 characters.',
    ],
    ['prompts.1.id', 'touched', 'prompts.1.id | Prompts: number 2 has the id of number 1, "touched".'],
    ['prompts.0.starters.0', '', 'prompts.0.starters.0 | Starter of a prompt: nothing is written here.'],
    [
      'consent.version',
      'Nov 2026',
      'consent.version | Version of the consent: at most 20 small letters, digits, dots and hyphens.',
    ],
    ['consent.wording', undefined, 'consent.wording | Wording of the consent: missing.'],
    ['thankYou.paragraphs', undefined, 'thankYou.paragraphs | Thank-you: missing.'],
    ['share.text', 'x'.repeat(241), 'share.text | Text for sharing: at most 240 characters fit, this has 241.'],
    ['questions.3.answer', undefined, 'questions.3.answer | Answer: missing.'],
    [
      'contacts.0.phone',
      'on request',
      'contacts.0.phone | Telephone of a press contact: digits, spaces, brackets, + and - only.',
    ],
  ])('%s', (path, value, fault) => expect(faults((content) => put(content, path, value))).toEqual([fault]))

  test('a wording that repeats another, but for case and spacing', () => {
    expect(
      faults(({ letter }) =>
        put({ letter } as CampaignContent, 'letter.closes.3', ` ${letter.closes[1]?.toUpperCase()}`),
      ),
    ).toEqual(['letter.closes.3 | Closes: number 4 repeats number 2.'])
  })

  test('all of them at once', () => {
    const found = faults((content) => {
      put(content, 'title', '')
      put(content, 'letter.openings.0', '{town}')
      put(content, 'asks.0.summary', undefined)
    })
    expect(found.map((fault) => fault.split(' |')[0])).toEqual(['title', 'asks.0.summary', 'letter.openings.0'])
  })
})

test('a colour of its own has to hold, is faulted beside all else, and is kept while another is chosen', () => {
  const chosen = (palette: string, accent?: unknown) =>
    faults((content) => {
      put(content, 'title', '')
      put(content, 'palette', palette)
      put(content, 'accent', accent)
    }).slice(1)
  expect(chosen('own', '#a00051')).toEqual([])
  expect(chosen('own')).toEqual(['accent | Your own colour: nothing is written here.'])
  expect(chosen('own', '#ffd400')).toEqual([expect.stringMatching(/^accent \| Your own colour: .*#614f00\.$/)])
  expect(chosen('own', ['#a00051'])).toHaveLength(1)
  expect(chosen('harbour', 'red')).toEqual([])
  expect(campaignContent.parse({ ...firstCampaign.content, palette: 'own', accent: '#a00051' }).accent).toBe('#a00051')
})

test('text is trimmed, and a citation may be left out', () => {
  const content = structuredClone(firstCampaign.content)
  content.title = '  Write to your MP '
  for (const concern of content.concerns) delete concern.citation
  expect(campaignContent.parse(content).title).toBe('Write to your MP')
})

test('eight asks of the longest wordings stay within the 10,000 characters of a letter', () => {
  expect(11 * 800 + 10 * 2).toBeLessThan(10_000)
})

test('a version from before there was a choice of colour has the usual one', () => {
  const { palette: _, ...content } = firstCampaign.content
  expect(campaignContent.parse(content).palette).toBe('commons')
})
