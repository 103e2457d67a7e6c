import { expect, test } from 'vitest'
import { campaignContent } from './content'
import { firstCampaign } from './first-campaign'

const { content } = firstCampaign
const faults = (consent: object) => {
  const read = campaignContent.safeParse({ ...content, consent: { ...content.consent, ...consent } })
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
}
const soft = { kind: 'soft-opt-in', charityName: 'Book Aid', charityNumber: '1234567', charityDeclared: true }

test('a soft opt-in is a charity’s: its name, its number and the declaration are needed', () => {
  expect(faults(soft)).toEqual([])
  expect(faults({ kind: 'soft-opt-in' })).toEqual([
    'consent.charityName',
    'consent.charityNumber',
    'consent.charityDeclared',
  ])
  expect(faults({ ...soft, charityDeclared: false })).toEqual(['consent.charityDeclared'])
})

test.each(['203644', '1234567-1', 'SC012345', 'NIC101234', '1234567, SC012345'])('%s is a charity number', (number) =>
  expect(faults({ ...soft, charityNumber: number })).toEqual([]),
)

test.each([' ', '12345', 'SC12', 'pending', '1234567 SC012345', '1'.repeat(41)])('“%s” is none', (number) =>
  expect(faults({ ...soft, charityNumber: number })).toEqual(['consent.charityNumber']),
)

test.each(['', ' ', 'x'.repeat(121), 'Book\nAid', 'Book \u202eAid', 'Book\u0000Aid', 'Book {mp}'])(
  'a charity is not called %j',
  (charityName) => expect(faults({ ...soft, charityName })).toEqual(['consent.charityName']),
)

test('asked another way, nothing is asked of a charity', () => expect(faults({ charityNumber: 'pending' })).toEqual([]))
