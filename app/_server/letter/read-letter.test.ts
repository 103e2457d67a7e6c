import { expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { firstCampaign } from '@/lib/content/first-campaign'
import type { LetterTo } from './next-page'
import { emptyDraft, readDraft } from './posted-draft'
import { readLetter } from './read-letter'

const seat = { code: 'E14001172', name: 'Cities of London and Westminster' }
const { content } = firstCampaign
const to = (phoneHint?: string, kind: 'box' | 'choice' = 'box') =>
  ({
    seat,
    group: null,
    content: { ...content, phoneHint, consent: { ...content.consent, kind } },
  }) as unknown as LetterTo

function read(phone: string, hint?: string, terminated = false, more: object = {}, asked: 'box' | 'choice' = 'box') {
  const draft = withExchange(newExchange(), () => ({
    ...emptyDraft('SW1A 0AA', seat.code),
    subject: 'Buses',
    body: 'Help.',
    name: 'Anna Smith',
    email: 'anna@example.org',
    address1: '7 Quince Row',
    town: 'London',
    phone,
    ...more,
  }))
  const home = {
    postcode: { kind: 'full' as const, postcode: 'SW1A 0AA' },
    placed: { kind: 'inside' as const, seats: [], terminated },
  }
  return readLetter(draft, to(hint, asked), home as never)
}

test('a telephone number is read where the campaign says what it is good for', () => {
  expect(read(' 020 7946 0000', 'Some offices ring back.')).toMatchObject({
    letter: { details: { phone: '020 7946 0000' } },
  })
  expect(read('ring me', 'Some offices ring back.')).toMatchObject({ show: { faults: [{ field: 'phone' }] } })
})

test('where it does not, nothing is kept of one, and nobody is told of a field that is not there', () => {
  for (const phone of ['020 7946 0000', 'ring me'])
    expect(read(phone)).toMatchObject({ letter: { details: { phone: '' } } })
})

test('of a postcode that is no longer in use it is said', () => {
  expect(read('')).toMatchObject({ terminated: false })
  expect(read('', undefined, true)).toMatchObject({ terminated: true })
})

test.each([
  ['yes', 'yes'],
  // What a browser sends of a box without a value, as pages of partners have it.
  ['on', 'yes'],
  ['no', 'no'],
  ['maybe', ''],
  [null, ''],
])('of “updates” with “%s” the draft has “%s”', (sent, kept) => {
  const form = new FormData()
  if (sent !== null) form.set('updates', sent)
  expect(readDraft(form).updates).toBe(kept)
})

test.each(['box', 'choice'] as const)('a yes is a yes, and a no is a no, whichever way it is asked: %s', (kind) => {
  for (const [updates, wanted] of [
    ['yes', true],
    ['no', false],
  ] as const)
    expect(read('', undefined, false, { updates }, kind)).toMatchObject({ letter: { details: { updates: wanted } } })
})

test('a box left empty is a no; where yes or no is asked, an answer is needed', () => {
  expect(read('')).toMatchObject({ letter: { details: { updates: false } } })
  expect(read('', undefined, false, {}, 'choice')).toMatchObject({
    status: 422,
    show: { stage: 'you', faults: [{ field: 'updates' }] },
  })
})
