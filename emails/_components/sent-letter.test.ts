import { expect, test } from 'vitest'
import { letterText, writerLines } from './sent-letter'

const letter = {
  subject: 'Buses',
  salutation: 'Dear Rachel Blake,',
  body: 'One.\n\nTwo.',
  signOff: 'Yours sincerely,',
  name: 'Jane Okafor',
  address: ['12 Example Street', 'London'],
  postcode: 'SW1A 1AA',
  email: 'jane@example.com',
}

test('who writes from home is named with one address, unlabelled', () => {
  const lines = ['Jane Okafor', '12 Example Street', 'London', 'SW1A 1AA', 'jane@example.com']
  expect(writerLines(letter)).toEqual(lines)
  expect(writerLines({ ...letter, abroad: [], phone: '' })).toEqual(lines)
})

test('who lives abroad is named with both addresses, each said to be what it is', () => {
  const both = { ...letter, abroad: ['Calle Mayor 1', '28013 Madrid', 'Spain'], phone: '+34 600 000 000' }
  const lines = [
    'Jane Okafor',
    'Registered to vote at:',
    '12 Example Street',
    'London',
    'SW1A 1AA',
    'Living at present at:',
    'Calle Mayor 1',
    '28013 Madrid',
    'Spain',
    'Telephone: +34 600 000 000',
    'jane@example.com',
  ]
  expect(writerLines(both)).toEqual(lines)
  expect(letterText(both)).toMatch(new RegExp(`Yours sincerely,\n\n${lines.join('\n').replace('+', '\\+')}$`))
})

test('no line holds what starts another', () => {
  expect(writerLines({ ...letter, abroad: ['Calle\u2028Mayor\r\n1'], phone: '1\n2' })).toContain('Calle Mayor 1')
})
