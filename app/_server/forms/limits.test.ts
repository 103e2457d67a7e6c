import { expect, test } from 'vitest'
import { BODY_MOST, SUBJECT_MOST } from '@/lib/content/letter-limits'
import { longestTyped } from '@/lib/kernel/typed-text'
import { letterStart, letterWords } from '@/lib/letters/input'
import { supporterDetails } from '@/lib/supporters/input'
import { formLimits, withinLimits } from './limits'

const LETTER = formLimits('/campaigns/a/write')
const EMAIL_MOST = 254

function sent(entries: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

test('a text that is cut is always too long for its field, whatever stood in it', () => {
  expect(LETTER.lengthOf('body')).toBeGreaterThan(longestTyped(BODY_MOST))
  expect(LETTER.lengthOf('subject')).toBeGreaterThan(Math.max(longestTyped(SUBJECT_MOST), longestTyped(EMAIL_MOST)))
  for (const filler of [' ', '\n', '\0', 'x', '👍', '\u202e']) {
    const form = withinLimits(
      sent(['body', 'reason', 'subject', 'name', 'email'].map((name) => [name, `x${filler.repeat(40_000)}end`])),
      LETTER,
    )
    const typed = Object.fromEntries(form ?? [])
    const faults = [letterStart, letterWords, supporterDetails].flatMap(
      (schema) => schema.safeParse(typed).error?.issues.map(({ path }) => path[0]) ?? [],
    )
    expect(faults).toEqual(expect.arrayContaining(['body', 'reason', 'subject', 'name', 'email']))
  }
})

test('a letter somewhat too long comes back whole', () => {
  const body = 'A line of it.\r\n'.repeat(900)
  expect(withinLimits(sent([['body', body]]), LETTER)?.get('body')).toBe(body)
})

test('what a passkey has signed comes whole, in the sign-in too', () => {
  const passkey = 'x'.repeat(10_000)
  for (const path of ['/staff/sign-in/factor', '/staff/confirm', '/staff/account/second-factor'])
    expect(withinLimits(sent([['passkey', passkey]]), formLimits(path))?.get('passkey')).toBe(passkey)
})

test('more asks than a campaign can have are left out', () => {
  const asks = Array.from({ length: 150 }, (_, at): [string, string] => ['ask', `ask-${at}`])
  expect(withinLimits(sent(asks), LETTER)?.getAll('ask')).toEqual(asks.slice(0, 20).map(([, ask]) => ask))
})

test('a staff form is refused, not cut: no word of a draft is lost unseen', () => {
  const limits = formLimits('/staff/campaigns/x/edit/story')
  expect(withinLimits(sent([['story', 'x'.repeat(200_001)]]), limits)).toBeNull()
  const story = 'x'.repeat(200_000)
  expect(withinLimits(sent([['story', story]]), limits)?.get('story')).toBe(story)
})
