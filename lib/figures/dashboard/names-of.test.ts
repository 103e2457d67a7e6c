import { expect, test } from 'vitest'
import { campaignPublications, campaignVersions } from '@/db/schema/index'
import { stepsOf } from '@/lib/content/next-steps'
import { livingCampaign } from '@/lib/letters/testing'
import { type ById, namesOf } from './names-of'

const counted = (ask: ById[] = [], question: ById[] = [], step: ById[] = []) => ({ ask, question, step })

test('asks and questions are called what staff wrote, and none is shown by its id', async () => {
  const { ctx, campaign } = await livingCampaign()
  const by = (id = '') => ({ campaignId: campaign.id, id })
  const [ask] = campaign.content.asks
  const [prompt] = campaign.content.prompts
  const listed = [{ ...campaign, name: campaign.content.title }]
  const names = await namesOf(ctx, listed, counted([by(ask?.id), by('ask-gone')], [by(prompt?.id), by('gone')]))
  expect(names.ask(by(ask?.id))).toBe(ask?.title)
  expect(names.question(by(prompt?.id))).toBe(prompt?.question)
  expect(names.ask(by('ask-gone'))).toBe('An ask of an earlier text')
  expect(names.question(by('gone'))).toBe('A question of an earlier text')
})

test('what an earlier published text had is called what it was called there', async () => {
  const { ctx, campaign } = await livingCampaign()
  const [ask] = campaign.content.asks
  const content = { ...campaign.content, asks: [{ ...ask, id: 'ask-ms9ug', title: 'Name a date' }] }
  const [version] = await ctx.db
    .insert(campaignVersions)
    .values({ campaignId: campaign.id, number: 90, content, createdBy: 'test' })
    .returning()
  const id = { campaignId: campaign.id, id: 'ask-ms9ug' }
  const listed = [{ ...campaign, name: campaign.content.title }]
  expect((await namesOf(ctx, listed, counted([id]))).ask(id)).toBe('An ask of an earlier text')
  await ctx.db
    .insert(campaignPublications)
    .values({ campaignId: campaign.id, versionId: version?.id ?? '', at: ctx.now(), by: 'test' })
  expect((await namesOf(ctx, listed, counted([id]))).ask(id)).toBe('Name a date (no longer in the text)')
})

test('beside those of another campaign, the campaign is named', async () => {
  const { ctx, campaign } = await livingCampaign()
  const id = { campaignId: campaign.id, id: campaign.content.asks[0]?.id ?? '' }
  const others = [
    { ...campaign, name: 'Ceasefire' },
    { id: crypto.randomUUID(), slug: 'not-published', name: 'Libraries' },
  ]
  expect((await namesOf(ctx, others, counted([id]))).ask(id)).toBe(`${campaign.content.asks[0]?.title} – Ceasefire`)
})

test('presses of links to share are known nowhere, and those of every other step are', async () => {
  const { ctx, campaign } = await livingCampaign()
  const steps = stepsOf(campaign.content)
  const by = (id: string) => ({ campaignId: campaign.id, id })
  const names = await namesOf(
    ctx,
    [{ ...campaign, name: 'Ceasefire' }],
    counted(
      [],
      [],
      steps.map(({ id }) => by(id)),
    ),
  )
  expect(steps.map(({ kind }) => kind)).toContain('share')
  for (const { id, kind } of steps) expect(names.isPressedHere(by(id)), kind).toBe(kind !== 'share')
})
