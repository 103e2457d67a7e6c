import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { complaintsContact } from '@/lib/settings/privacy-notice'
import { HowToComplain } from './how-to-complain'
import { OwnWords } from './own-words'
import { SoftOptIns } from './soft-opt-ins'

const nothing = { complaintsEmail: '', complaintsPage: '', processors: '', transfers: '', basis: '', more: '' }
const operator = { name: 'Example Alliance', address: '1 Sample Street', email: 'privacy@example.org' }

test.each([
  [
    'what is set',
    { complaintsEmail: 'c@example.org', complaintsPage: 'https://example.org/c' },
    'c@example.org, or example.org/c',
  ],
  [
    'a page alone, not beside an e-mail that was not chosen',
    { complaintsPage: 'https://example.org/c' },
    'example.org/c',
  ],
  ['the operator’s e-mail, where nothing is set', {}, 'privacy@example.org'],
])('one complains first to whoever is responsible, by %s', (_, set, where) => {
  const contact = complaintsContact({ ...nothing, ...set }, operator.email)
  const words = wordsOf(<HowToComplain operator={operator} contact={contact} />)
  expect(words).toContain(`complain to Example Alliance first: ${where}.`)
  expect(words).toContain('30 days')
  expect(words).toMatch(/You can also complain to the regulator .*Information Commission,.* at ico\.org\.uk\./)
})

test('an operator known by a postal address alone is written to there, and nobody is promised who is not named', () => {
  const contact = complaintsContact(nothing, '')
  expect(wordsOf(<HowToComplain operator={{ ...operator, email: '' }} contact={contact} />)).toContain(
    'first: in a letter to Example Alliance, 1 Sample Street.',
  )
  const unnamed = wordsOf(<HowToComplain operator={null} contact={contact} />)
  expect(unnamed).toContain('You can complain to the regulator')
  expect(unnamed).not.toContain('first')
})

test('the operator’s own words are said to be theirs, part by part, and nothing stands there where there are none', () => {
  expect(renderToStaticMarkup(<OwnWords who="Example Alliance" notice={nothing} />)).toBe('')
  const html = renderToStaticMarkup(
    <OwnWords who="Example Alliance" notice={{ ...nothing, processors: '- **Host** (Ireland)\n- <b>x</b>' }} />,
  )
  expect(html).toContain('These are the words of Example Alliance.')
  expect(html).toContain('Who handles data on our behalf')
  expect(html).toContain('<strong>Host</strong>')
  expect(html).toContain('&lt;b&gt;x')
  expect(html).not.toContain('Our lawful basis')
})

test('where a charity writes to whoever does not refuse, it is named with the basis and the right to refuse', () => {
  expect(renderToStaticMarkup(<SoftOptIns campaigns={[]} />)).toBe('')
  const words = wordsOf(
    <SoftOptIns campaigns={[{ title: 'Our library', charityName: 'Book Aid', charityNumber: '1234567' }]} />,
  )
  expect(words).toContain('“Our library”: Book Aid, registered charity number 1234567')
  expect(words).toContain('legitimate interest')
  expect(words).toContain('right to refuse')
})

function wordsOf(page: React.ReactNode): string {
  return renderToStaticMarkup(page).replace(/<[^>]+>/g, '')
}
