import { describe, expect, test } from 'vitest'
import { contentFaults } from './faults'
import { fieldFault } from './fields/field-fault'
import { firstCampaign } from './first-campaign'

const { content } = firstCampaign
const slugs = ['artsakh-ceasefire']

/** The faults of the first campaign with some of it otherwise, where the editor shows them. */
function faultsWith(more: object) {
  const draft = { ...content, ...more }
  return contentFaults(draft, slugs).map((fault) => fieldFault(draft, fault))
}

test('the first campaign has none', () => expect(faultsWith({})).toEqual([]))

describe('a fault is named beside its field', () => {
  const [ask, ...asks] = content.asks
  const [concern] = content.concerns

  test.each([
    [
      'a title of 5,000 characters',
      { title: 'x'.repeat(5000) },
      'title',
      'summary',
      /at most 90 characters fit, this has 5000/,
    ],
    ['no title', { title: '' }, 'title', 'summary', /nothing is written here/],
    [
      'an unknown token',
      { asks: [{ ...ask, wordings: ['Dear {name}.', 'Two.'] }, ...asks] },
      'asks.ceasefire.wordings.0',
      'asks',
      /\{name\} cannot be filled/,
    ],
    ['no ask', { asks: [] }, 'asks', 'asks', /at least 1 needed/],
    [
      'an opening in two places',
      { letter: { ...content.letter, openings: ['One.', 'one.'] } },
      'letter.openings.1',
      'letter',
      /repeats number 1/,
    ],
    [
      'a script',
      { story: ['Fine.', 'Read [this](javascript:alert(1)).'] },
      'story',
      'story',
      /the link to “javascript:alert\(1\)” does not work/,
    ],
    [
      'data',
      { concerns: [{ ...concern, text: '[x](data:text/html,x)' }] },
      'concerns.heavy-weapons.text',
      'concerns',
      /does not work/,
    ],
    [
      'HTML',
      { questions: [{ question: 'Q', answer: '<b>A</b>' }] },
      'questions.0.answer',
      'questions',
      /HTML is shown as it is typed/,
    ],
    ['a page that there is not', { story: ['[x](/privcy)'] }, 'story', 'story', /there is no page “\/privcy”/],
    ['a campaign that there is not', { story: ['[x](/campaigns/other)'] }, 'story', 'story', /there is no page/],
    ['a missing part', { letter: undefined }, 'letter', 'letter', /missing/],
    [
      'a group that is everybody',
      { groups: [{ id: 'x', name: 'X', parties: [], nations: [], seats: [] }] },
      'groups.x.parties',
      'groups',
      /would be every MP/,
    ],
  ])('%s', (_what, more, field, part, message) => {
    expect(faultsWith(more)[0]).toEqual({ field, part, message: expect.stringMatching(message) })
  })

  test.each([
    [
      'a wording too few',
      { asks: [{ ...ask, wordings: ['One.'] }, ...asks] },
      `Ask “${ask?.title}”, wordings: at least 2 needed, 1 given.`,
    ],
    ['nothing in a title', { asks: [{ ...ask, title: '' }, ...asks] }, 'Ask 1, title: nothing is written here.'],
    [
      'an answer that is missing',
      { questions: [{ question: 'Why?', answer: '' }] },
      'Question “Why?”, answer: nothing is written here.',
    ],
    [
      'no leave for a quote',
      { quotes: [{ id: 'ann', text: 'Yes.', who: 'Ann', leave: false }] },
      /^Quote “Ann”, they have agreed .*: show it only with the leave/,
    ],
    [
      'a concern without text',
      { concerns: [{ ...concern, text: '' }] },
      `Concern “${concern?.title}”, text: nothing is written here.`,
    ],
  ])('and names the item that has it: %s', (_what, more, message) => {
    expect(faultsWith(more)[0]?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
  })

  test('two boxes with nothing in them repeat nothing', () => {
    const messages = faultsWith({ letter: { ...content.letter, openings: ['One.', '', ''] } }).map((one) => one.message)
    expect(messages.filter((message) => message.includes('repeats'))).toEqual([])
  })

  test('links to pages that there are, are sound', () => {
    expect(
      faultsWith({ story: ['[a](/privacy) [b](/campaigns/artsakh-ceasefire) [c](#asks) [d](https://example.org)'] }),
    ).toEqual([])
  })
})
