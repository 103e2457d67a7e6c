import { type SaveOutcome, saveDraft } from '@/lib/campaigns/save-draft'
import { latestVersion, type Version } from '@/lib/campaigns/versions'
import type { ContentFields } from '@/lib/content/fields/fields'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'

export type Editing = {
  ctx: TestContext
  /** An editor of the team. */
  editor: Context
  campaign: LiveCampaign
  draft: () => Promise<Version>
  /** Saves some fields over the newest version. */
  save: (edited: ContentFields) => Promise<SaveOutcome>
}

/** The first campaign with somebody who edits it, in a transaction that is rolled back. */
export function onDraft(work: (editing: Editing) => Promise<void>): Promise<void> {
  return onCampaign(async (ctx, campaign) => {
    const editor = await memberContext(ctx, 'editor')
    const draft = async () => {
      const version = await latestVersion(ctx, campaign.id)
      if (!version) throw new Error('The campaign has no version.')
      return version
    }
    const save = async (edited: ContentFields) =>
      saveDraft(editor, { campaignId: campaign.id, baseId: (await draft()).id, edited })
    await work({ ctx, editor, campaign, draft, save })
  })
}
