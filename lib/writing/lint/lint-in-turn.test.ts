import { expect, test } from 'vitest'
import { firstCampaign } from '@/lib/content/first-campaign'
import { lintContent, lintSteps } from './lint'
import { lintInTurn } from './lint-in-turn'

test('finds what is found at once, lets others go on meanwhile, and is kept by what the letters are made of', async () => {
  const content = structuredClone(firstCampaign.content)
  content.letter.closes.push('Thank you for me, and more of it.')
  let others = 0
  const other = setInterval(() => others++, 0)
  const lint = lintInTurn(content)
  expect(await lint).toEqual(lintContent(content))
  clearInterval(other)
  expect(others).toBeGreaterThan(0)
  expect(lintInTurn({ ...structuredClone(content), title: 'Another title of the page' })).toBe(lint)
  expect(lintInTurn(firstCampaign.content)).not.toBe(lint)
})

test('a step is a letter, or a few ways of saying a sentence, whatever is typed', () => {
  const content = structuredClone(firstCampaign.content)
  content.letter.closes.push(`Thank you ${'{a|b|c|d|e}'.repeat(4)} now.`)
  let steps = 0
  for (const work = lintSteps(content); !work.next().done; ) steps++
  // A hundred letters, twice where more wordings are tried; 25 of the 625 ways at a time.
  expect(steps).toBeGreaterThan(100 + 625 / 25)
  expect(steps).toBeLessThan(1000)
})

test('a draft that is not whole yet is looked over too', async () => {
  expect((await lintInTurn(undefined)).findings).toHaveLength(1)
})
