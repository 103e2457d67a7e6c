import { expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { firstCampaign } from '@/lib/content/first-campaign'
import type { LetterTo } from './next-page'
import { emptyDraft } from './posted-draft'
import { readLetter } from './read-letter'

const seat = { code: 'E14001172', name: 'Cities of London and Westminster' }
const to = (phoneHint?: string) =>
  ({ seat, group: null, content: { ...firstCampaign.content, phoneHint } }) as unknown as LetterTo

function read(phone: string, hint?: string, terminated = false) {
  const draft = withExchange(newExchange(), () => ({
    ...emptyDraft('SW1A 0AA', seat.code),
    subject: 'Buses',
    body: 'Help.',
    name: 'Anna Smith',
    email: 'anna@example.org',
    address1: '7 Quince Row',
    town: 'London',
    phone,
  }))
  const home = {
    postcode: { kind: 'full' as const, postcode: 'SW1A 0AA' },
    placed: { kind: 'inside' as const, seats: [], terminated },
  }
  return readLetter(draft, to(hint), home as never)
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
