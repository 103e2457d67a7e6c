import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, stepCounts } from '@/db/schema/index'
import { createCampaign } from '@/lib/campaigns/create'
import { type Editing, onDraft } from '@/lib/campaigns/publishing/testing'
import { campaignContent } from '@/lib/content/content'
import { draftContent } from '@/lib/content/draft-content'
import { contentFaults } from '@/lib/content/faults'
import { firstCampaign } from '@/lib/content/first-campaign'
import { type NextStep, stepsOf } from '@/lib/content/next-steps'
import { findSeat } from '@/lib/directory/lookup'
import { countSteps, keepStepCounts } from '@/lib/figures/counting/next-steps'
import { stepRates } from '@/lib/figures/dashboard/next-steps'
import { NOON } from '@/lib/kernel/testing/noon'
import { findLetter } from '@/lib/letters/find'
import { confirmedLetter, onCampaign, WESTMINSTER } from '@/lib/letters/testing'
import { fittingSteps, stepState } from './fitting-steps'
import { previewedSteps, stepsFor } from './steps-for'

const step = (given: Partial<NextStep> & Pick<NextStep, 'id' | 'kind'>): NextStep => ({
  states: [],
  parties: [],
  nations: [],
  ...given,
})
const seat = {
  nation: 'England',
  mp: { id: '', memberId: 1, name: 'Ann Sample', party: 'Labour (Co-op)', email: null, since: NOON },
}

describe('the steps after a letter', () => {
  test('are to ask a friend where staff have set none, also in a version from before there were any', () => {
    const { nextSteps: _, ...older } = firstCampaign.content
    expect(stepsOf(campaignContent.parse(older))).toMatchObject([{ kind: 'share' }])
  })

  test('follow how the letter stands, the party and the nation, in the order of staff', () => {
    const nextSteps = [
      step({ id: 'call', kind: 'ring', states: ['unanswered'] }),
      step({ id: 'friend', kind: 'share' }),
      step({ id: 'labour', kind: 'surgery', parties: ['labour'] }),
      step({ id: 'tories', kind: 'surgery', parties: ['Conservative'] }),
      step({ id: 'wales', kind: 'surgery', nations: ['Wales'] }),
    ]
    const ids = (state: Parameters<typeof fittingSteps>[1]['state'], who: typeof seat | null = seat) =>
      fittingSteps({ nextSteps }, { state, seat: who }).map(({ id }) => id)
    expect(ids('unanswered')).toEqual(['call', 'friend', 'labour'])
    expect(ids('sent')).toEqual(['friend', 'labour'])
    expect(ids('sent', { ...seat, nation: 'Wales' })).toEqual(['friend', 'labour', 'wales'])
    expect(ids('sent', null)).toEqual(['friend'])
  })

  test.each([
    ['queued', null, 'waits'],
    ['held', null, 'waits'],
    ['accepted', null, 'sent'],
    ['delivered', 'not-expected', 'sent'],
    ['delivered', 'no', 'unanswered'],
    ['delivered', 'acknowledgement', 'unanswered'],
    ['delivered', 'real-answer', 'answered'],
    ['bounced', null, 'not-sent'],
    ['unconfirmed', null, null],
  ] as const)('of a letter that is %s, answered with %s, are those of %s', (state, reply, stands) =>
    expect(stepState({ state, sentByWriterAt: null }, reply)).toBe(stands),
  )

  test('are refused where a link leads nowhere, runs something, or has no title', () => {
    const faults = (given: Partial<NextStep>) =>
      contentFaults(
        { ...firstCampaign.content, nextSteps: [step({ id: 'give', kind: 'give', title: 'Give', ...given })] },
        [],
      ).map(({ path }) => path)
    expect(faults({ link: 'https://example.org/give' })).toEqual([])
    expect(faults({})).toEqual(['nextSteps.0.link'])
    for (const link of ['javascript:alert(1)', 'http://example.org', '//example.org', 'https://x'])
      expect(faults({ link })).toEqual(['nextSteps.0.link'])
    expect(faults({ link: 'https://example.org/give', title: undefined })).toEqual(['nextSteps.0.title'])
  })
})

test('a draft whose step says nothing yet can be previewed', () =>
  onDraft(async ({ save, draft }) => {
    await save({ nextSteps: ['new', 'friend'], 'nextSteps.friend.kind': 'share' })
    const { content } = await draft()
    expect(previewedSteps(draftContent(content), null)).toMatchObject([{ id: 'friend', kind: 'share' }])
  }))

describe('another campaign', () => {
  const another = async ({ ctx, editor, campaign, draft, save }: Editing) => {
    await save({ nextSteps: ['more'], 'nextSteps.more.kind': 'campaign' })
    await ctx.db
      .update(campaigns)
      .set({ publishedVersionId: (await draft()).id })
      .where(eq(campaigns.id, campaign.id))
    const made = await createCampaign(editor, { slug: 'another', goal: 50, from: campaign.id })
    if (made === 'taken') throw new Error('It was not made.')
    return { ctx, id: made.id }
  }

  test('is shown while it is live and not written for by the same address', () =>
    onDraft(async (editing) => {
      const { ctx, campaign } = editing
      const { id } = await another(editing)
      const { id: letterId, email } = await confirmedLetter(ctx, campaign)
      const shown = async () => {
        const letter = await findLetter(ctx, letterId)
        if (!letter) throw new Error('It has gone.')
        const at = await findSeat(ctx, WESTMINSTER)
        return (await stepsFor(ctx, { letter, slug: campaign.slug, seat: at, reply: null })).map(({ href }) => href)
      }
      expect(await shown()).toEqual([])
      await ctx.db
        .update(campaigns)
        .set({ publishedVersionId: campaign.versionId, openedAt: NOON })
        .where(eq(campaigns.id, id))
      expect(await shown()).toEqual([`/campaigns/${campaign.slug}/next/more?choice=another`])
      await confirmedLetter(ctx, { ...campaign, id, slug: 'another' }, { email, name: 'Anna Sarkissian' })
      expect(await shown()).toEqual([])
    }))
})

test('how often a step was shown and pressed is added up by the hour, and kept once', () =>
  onCampaign(async (ctx, campaign) => {
    countSteps('shown', campaign.id, [{ id: 'friend' }, { id: 'call' }])
    countSteps('pressed', campaign.id, [{ id: 'call' }])
    await keepStepCounts(ctx)
    await keepStepCounts(ctx)
    countSteps('shown', campaign.id, [{ id: 'call' }])
    await keepStepCounts(ctx)
    const scope = { campaignId: campaign.id, from: '2026-11-10', to: '2026-11-10' }
    expect(await stepRates(ctx, scope)).toEqual([
      { campaignId: campaign.id, step: 'call', shown: 2, pressed: 1 },
      { campaignId: campaign.id, step: 'friend', shown: 1, pressed: 0 },
    ])
    expect(await stepRates(ctx, { ...scope, from: '2026-11-11', to: '2026-11-12' })).toEqual([])
    expect(await ctx.db.$count(stepCounts)).toBe(2)
  }))
