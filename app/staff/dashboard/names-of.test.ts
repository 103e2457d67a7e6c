import { expect, test } from 'vitest'
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
