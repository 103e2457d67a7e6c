import { expect, test } from 'vitest'
import { htmlFor } from '@/app/staff/testing'
import { saveDraft } from '@/lib/campaigns/save-draft'
import { livingCampaign } from '@/lib/letters/testing'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import LettersPage from './page'

const shown = (slug: string) =>
  htmlFor('of-the-editor', () =>
    LettersPage({
      params: Promise.resolve({}),
      searchParams: Promise.resolve({ campaign: slug, mp: 'Leeds North West' }),
    }),
  )
const count = (html: string, words: string) => html.split(words).length - 1

test('letters are shown as the published text makes them, and as the draft does once it differs', async () => {
  const { ctx, campaign } = await livingCampaign()
  const editor = await memberContext(ctx, 'editor')
  const { actor } = editor
  const now = () => new Date()
  await startSession({ ...ctx, now }, { token: 'of-the-editor', userId: actor.kind === 'staff' ? actor.id : '' })
  const before = await shown(campaign.slug)
  expect(before).toContain('Published; the draft is the same')
  expect(before).not.toContain('Draft: version')
  expect(count(before, 'Letter 3: ')).toBe(1)
  await saveDraft(editor, {
    campaignId: campaign.id,
    baseId: campaign.versionId,
    edited: { 'letter.closes': ['I thought of you, and I close.', 'I read of it, and I end.'] },
    choices: {},
  })
  const after = await shown(campaign.slug)
  expect(after).toContain('Published: version 1')
  expect(after).toContain('Draft: version 2')
  expect(count(after, 'Letter 3: ')).toBe(2)
  expect(after).toContain('“I thought”')
  expect(after).toContain(`/staff/campaigns/${campaign.id}/edit/letter#letter.closes.0`)
})
