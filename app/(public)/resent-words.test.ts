import { expect, test } from 'vitest'
import { resentWords } from './resent-words'

test('who asked too often from one connection reads when they can again, and not that they asked a minute ago', () => {
  const { text } = resentWords('often', new Date('2026-11-26T14:05:00Z'))
  expect(text).toContain('You can ask again after 14:05 on 26 November 2026.')
  expect(text).not.toContain('minute')
})
