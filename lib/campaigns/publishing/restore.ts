import { withConsentVersion } from '@/lib/campaigns/consent-version'
import { addVersion, lockCampaign } from '@/lib/campaigns/save-draft'
import { findVersion } from '@/lib/campaigns/versions'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { type PublishOutcome, putLive, whyNotLive } from './publish'

type Restore = { campaignId: string; number: number; live: boolean }

/**
 * Makes an old version's text the newest version, and puts that live where `live` says so: all or nothing. What was
 * the draft until then stays among the versions. Throws a `Refusal` where the actor may not, or there is no such version.
 */
export function restoreVersion(
  ctx: Context,
  { campaignId, number, live }: Restore,
): Promise<PublishOutcome | { kind: 'draft' }> {
  assertAllowed(ctx, live ? 'campaigns.publish' : 'campaigns.edit')
  return inTransaction(ctx, async (inner) => {
    const { latest } = await lockCampaign(inner, campaignId)
    const old = await findVersion(inner, campaignId, number)
    if (!old) throw new Refusal('not-found', 'There is no such version.')
    const note = `Version ${number} again`
    const content = await withConsentVersion(inner, campaignId, old.content)
    if (!live) {
      await addVersion(inner, campaignId, { content, note, after: latest })
      return { kind: 'draft' }
    }
    const refused = await whyNotLive(inner, content)
    if (refused) return refused
    const version = await addVersion(inner, campaignId, { content, note, after: latest })
    return putLive(inner, { campaignId, version, note })
  })
}
