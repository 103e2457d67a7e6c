import { expect, test } from 'vitest'
import { stepsOf } from '@/lib/content/next-steps'
import { livingCampaign } from '@/lib/letters/testing'
import { namesOf } from './names-of'

test('asks and questions are called what staff wrote, and what is in no text any more an earlier one', async () => {
  const { ctx, campaign } = await livingCampaign()
  const names = await namesOf(ctx, [campaign, { slug: 'not-published' }])
  const [ask] = campaign.content.asks
  const [prompt] = campaign.content.prompts
  expect(names.ask(ask?.id ?? '')).toBe(ask?.title)
  expect(names.question(prompt?.id ?? '')).toBe(prompt?.question)
  expect(names.ask('gone')).toBe('An earlier ask (gone)')
  expect(names.question('gone')).toBe('An earlier question (gone)')
})

test('presses of links to share are known nowhere, and those of every other step are', async () => {
  const { ctx, campaign } = await livingCampaign()
  const names = await namesOf(ctx, [campaign])
  const steps = stepsOf(campaign.content)
  expect(steps.map(({ kind }) => kind)).toContain('share')
  for (const { id, kind } of steps) expect(names.isPressedHere(id), kind).toBe(kind !== 'share')
})
