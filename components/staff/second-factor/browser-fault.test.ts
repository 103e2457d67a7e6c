import { expect, test } from 'vitest'
import { browserFault } from './browser-fault'

test('each reason that a browser may have is said in words of its own, and any other in one', () => {
  const names = ['NotAllowedError', 'InvalidStateError', 'SecurityError', 'ConstraintError', 'EncodingError']
  const words = names.map((name) => browserFault(name, 'letters.example.org'))
  expect(new Set(words).size).toBe(names.length)
  expect(browserFault('SecurityError', 'letters.example.org')).toContain('letters.example.org')
  expect(browserFault('UnknownError', 'a.example')).toBe(browserFault('constructor', 'a.example'))
})
