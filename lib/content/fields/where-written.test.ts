import { expect, test } from 'vitest'
import { firstCampaign } from '@/lib/content/first-campaign'
import { letterKit } from '@/lib/writing/wordings/letter-kit'
import { whereWritten } from './where-written'

const { content } = firstCampaign

test('a wording is found at its box, a subject at its field, and what nobody wrote nowhere', () => {
  const where = whereWritten(content)
  expect(where(content.letter.requests[1] ?? '')).toEqual({ part: 'letter', field: 'letter.requests.1' })
  expect(where(content.letter.subjects[0] ?? '')).toEqual({ part: 'letter', field: 'letter.subjects' })
  const [ask] = content.asks
  expect(where(ask?.wordings[0] ?? '')).toEqual({ part: 'asks', field: `asks.${ask?.id}.wordings.0` })
  expect(where('Nobody wrote this.')).toBeUndefined()
})

test('every wording of a letter, as its sentences are read, is found', () => {
  const where = whereWritten(content)
  const { voices, namings } = letterKit(content)
  const all = voices.flatMap(({ slots, asks }) =>
    [...Object.values(slots), ...asks.values(), [...namings.values()]].flat(),
  )
  for (const { sentences } of all) {
    const text = sentences.map(({ source }) => source).join(' ')
    expect(where(text), text).toBeDefined()
  }
})
