import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { lengthOf, manyLines, oneLine } from './text'
import { longestTyped, typedText } from './typed-text'

const MOST = 20
const schemaOf = (clean: (text: string) => string) => typedText(clean, MOST, 'Too long', 'Missing')
const messages = (clean: (text: string) => string, typed: unknown) =>
  schemaOf(clean)
    .safeParse(typed)
    .error?.issues.map(({ message }) => message)

describe('a typed text', () => {
  test('is not cleaned where its length alone refuses it', () => {
    const clean = vi.fn(oneLine)
    expect(messages(clean, `x${' '.repeat(longestTyped(MOST))}x`)).toEqual(['Too long'])
    expect(clean).not.toHaveBeenCalled()
  })

  test('has a word for what is missing, and for what is too long once it is clean', () => {
    expect(messages(oneLine, undefined)).toEqual(['Missing'])
    expect(messages(oneLine, ' \n ')).toEqual(['Missing'])
    expect(messages(oneLine, 'x'.repeat(MOST + 1))).toEqual(['Too long'])
    expect(messages(oneLine, 'x'.repeat(MOST))).toBeUndefined()
    expect(messages(oneLine, '👍'.repeat(MOST))).toBeUndefined()
  })

  test('may be empty where nothing says that it is missing', () => {
    expect(typedText(oneLine, MOST, 'Too long').parse('')).toBe('')
  })

  test('is clean and short enough whenever it is taken, and taken whenever it is short as it was typed', () => {
    const typed = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\0', '👍', 'é', '\u202e'), maxLength: 60 })
    fc.assert(
      fc.property(typed, (text) => {
        const taken = schemaOf(manyLines).safeParse(text)
        if (taken.success) {
          expect(taken.data).toBe(manyLines(text))
          expect(lengthOf(taken.data)).toBeLessThanOrEqual(MOST)
        } else if (lengthOf(text) <= MOST) {
          expect(manyLines(text)).toBe('')
        }
      }),
    )
  })
})
