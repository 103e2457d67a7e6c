import { createElement } from 'react'
import { expect, test } from 'vitest'
import { firstCampaign } from '@/lib/content/first-campaign'
import { FormOrWhyNot } from './form-or-why-not'
import { htmlOf, wordsIn } from './testing'

const NOW = new Date('2026-11-10T12:00:00Z')
const campaign = {
  id: '',
  slug: 'buses',
  versionId: '',
  goal: 500,
  closedAt: null as Date | null,
  pausedWhy: null as string | null,
  publishedAt: NOW,
  content: firstCampaign.content,
}

async function said(state: Partial<typeof campaign>, others: boolean) {
  const html = await htmlOf(
    createElement(
      FormOrWhyNot,
      { campaign: { ...campaign, ...state }, now: NOW, signUpsPaused: false, dissolved: false, others } as Parameters<
        typeof FormOrWhyNot
      >[0],
      'The form',
    ),
  )
  return { words: wordsIn(html), leadsOn: html.includes('href="/"') }
}

test('an ended campaign says so, and leads on where another is open', async () => {
  const ended = await said({ closedAt: NOW }, true)
  expect(ended.words).toContain('This campaign is closed')
  expect(ended.leadsOn).toBe(true)
  expect(await said({ closedAt: NOW }, false)).toMatchObject({ leadsOn: false })
})

test('a paused one says why, and an open one has its form', async () => {
  expect((await said({ pausedWhy: 'We count first.' }, true)).words).toContain('We count first.')
  expect((await said({ closedAt: new Date(NOW.getTime() + 1) }, true)).words).toBe('The form')
})
