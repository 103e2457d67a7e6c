import { expect, test } from 'vitest'
import { IN_TIME, type Lateness } from '@/lib/messages/to-writer/confirmations-late'
import { resentWords } from './resent-words'

test('who asked too often from one connection reads when they can again, and not that they asked a minute ago', () => {
  const { text } = resentWords('often', new Date('2026-11-26T14:05:00Z'), IN_TIME)
  expect(text).toContain('You can ask again after 14:05 on 26 November 2026.')
  expect(text).not.toContain('minute')
})

test('the e-mail is promised in a minute or two only while e-mails go out', () => {
  const said = (late: Lateness) => resentWords('asked', null, late).text
  expect(said(IN_TIME)).toContain('It should be there in a minute or two.')
  for (const isRefused of [true, false]) {
    expect(said({ minutes: 40, isRefused })).toContain('40 minutes')
    expect(said({ minutes: 40, isRefused })).not.toContain('a minute or two')
  }
})
