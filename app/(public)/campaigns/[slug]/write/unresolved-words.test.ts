import { expect, test } from 'vitest'
import { type Unresolved, unresolvedWords } from './unresolved-words'

const ALL = [
  'missing',
  'malformed',
  'unknown',
  'crown_dependency',
  'overseas_territory',
  'bfpo',
  'no-such-seat',
  'none-chosen',
  'too-many',
]

test.each(ALL)('%s: one thing is wrong, and is said beside one field', (why) => {
  const { nameError, postcodeError } = unresolvedWords(why as Unresolved, 'ZZ99 9ZZ', { retryAt: '12:00' })
  expect([nameError, postcodeError].filter(Boolean)).toHaveLength(1)
})
