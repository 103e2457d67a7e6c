import { expect, test } from 'vitest'
import { blankContent } from '@/lib/content/blank-content'
import { draftContent } from '@/lib/content/draft-content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { sampleLetter } from './sample-letter'
import type { SampleLetter } from './sample-letter-type'

const { content } = firstCampaign
const shown = (letter: SampleLetter) => [letter.subject, ...letter.paragraphs].flat()
const textOf = (letter: SampleLetter) =>
  shown(letter)
    .filter((piece) => typeof piece === 'string')
    .join('|')

test('a sample has a gap for each question, in the order of the letter, and for where its writer lives', () => {
  const letter = sampleLetter(content)
  const questions = letter.paragraphs.flat().filter((piece) => typeof piece === 'object' && 'question' in piece)
  expect(questions).toEqual(content.prompts.map(({ question }) => ({ question })))
  expect(letter.paragraphs[0]).toEqual([{ question: content.prompts[0]?.question }])
  expect(shown(letter)).toContainEqual({ place: 'constituency' })
  expect(textOf(letter)).not.toMatch(/[⟦⟧[\]{}]|your constituency/)
})

test('several questions of one place have a gap each, and an opening that follows on has one to follow', () => {
  const asked = content.prompts.map((prompt) => ({ ...prompt, place: 'request' as const }))
  const { paragraphs } = sampleLetter({ ...content, prompts: asked })
  const gaps = paragraphs.flatMap((pieces, at) =>
    pieces.some((piece) => typeof piece === 'object' && 'question' in piece) ? [at] : [],
  )
  expect(gaps).toHaveLength(3)
  expect(gaps[2]).toBe((gaps[0] ?? 0) + 2)
  expect(gaps[0]).toBeGreaterThan(0)
})

test('where a sentence names the MP or the nation, no MP and no nation is made up', () => {
  const opening = 'People in {nation} look to {mp}, and so do I in {constituency}.'
  const letter = sampleLetter({
    ...content,
    voices: [],
    letter: { ...content.letter, openings: [opening], followings: [opening] },
  })
  // What is asked for may stand in the same paragraph.
  expect(letter.paragraphs[1]).toEqual([
    'People in ',
    { place: 'nation' },
    ' look to my Member of Parliament, and so do I in ',
    { place: 'constituency' },
    expect.stringMatching(/^\.( |$)/),
  ])
})

test('a draft with nothing in it has a sample as well', () => {
  expect(() => sampleLetter(draftContent(blankContent()))).not.toThrow()
  expect(() => sampleLetter(draftContent({}))).not.toThrow()
})
