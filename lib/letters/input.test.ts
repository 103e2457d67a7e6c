import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { letterStart, letterWords } from './input'

const messages = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? []

describe('the first step', () => {
  test('takes what is ticked, and own words or none', () => {
    expect(letterStart.parse({ ask: ['talks'], reason: ' I\r\n\r\n\r\ncare ' })).toEqual({
      ask: ['talks'],
      reason: 'I\n\ncare',
    })
    expect(letterStart.parse({ ask: ['talks'] })).toEqual({ ask: ['talks'], reason: '' })
  })

  test('can leave to us what is asked for', () => {
    expect(messages(letterStart, { ask: [], reason: '' })).toEqual([])
  })

  test('takes own words of 10,000 characters, and no more', () => {
    expect(messages(letterStart, { ask: ['talks'], reason: 'é'.repeat(10_000) })).toEqual([])
    expect(messages(letterStart, { ask: ['talks'], reason: 'é'.repeat(10_001) })).toEqual([
      'reason: Your own words can be at most 10,000 characters',
    ])
  })
})

describe('the letter', () => {
  const GOOD = { subject: 'Artsakh', body: 'Please act.' }

  test('comes out clean: one line of subject, tidy paragraphs', () => {
    const typed = { subject: ' Please\r\nBcc: all@example.org ', body: '\r\nPlease  \r\n\r\n\r\nact\u202e.\u0000' }
    expect(letterWords.parse(typed)).toEqual({ subject: 'Please Bcc: all@example.org', body: 'Please\n\nact.' })
  })

  test.each([
    ['subject', undefined, 'Enter a subject'],
    ['subject', ' \n ', 'Enter a subject'],
    ['subject', 'x'.repeat(121), 'The subject can be at most 120 characters'],
    ['body', undefined, 'Write your letter'],
    ['body', '', 'Write your letter'],
    ['body', '... 123 \n\n 👍', 'Write your letter'],
    ['body', 'x'.repeat(10_001), 'Your letter can be at most 10,000 characters'],
  ])('says what is wrong with the %s "%.10s"', (field, value, message) =>
    expect(messages(letterWords, { ...GOOD, [field]: value })).toEqual([`${field}: ${message}`]),
  )

  test('may be as long as 120 characters of subject and 10,000 of body, whatever the characters', () => {
    expect(messages(letterWords, { subject: '👍'.repeat(120), body: `a${'👍'.repeat(9_999)}` })).toEqual([])
  })
})
