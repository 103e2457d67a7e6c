import { expect, test } from 'vitest'
import { newestFirst } from './newest-first'

test('an answer that a later question’s has overtaken is not the newest', () => {
  const take = newestFirst()
  const [first, second, third] = [take(), take(), take()]
  expect(second.isNewest()).toBe(true)
  expect(first.isNewest()).toBe(false)
  expect(third.isNewest()).toBe(true)
  expect(second.isNewest()).toBe(false)
})
