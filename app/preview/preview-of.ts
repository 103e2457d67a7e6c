import { notFound } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { publicContext } from '@/app/_server/request'
import { signedIn, signInFirst } from '@/app/_server/session/session'
import { contextOf } from '@/app/_server/session/staff-session'
import type { Preview } from '@/app/(public)/preview-bar'
import { findPreview } from '@/lib/campaigns/preview/find-previewed-version'
import { inState, previewStates } from '@/lib/campaigns/preview/in-state'
import { readPreviewLink, wasCalledBack } from '@/lib/campaigns/preview/preview-link'
import { isId } from '@/lib/kernel/id'
import { allowed } from '@/lib/staff/roles'

/**
 * What an address of a preview shows: by a version's id to members of the team who may see campaigns, by a link to
 * whoever has it while it works. Everybody else finds nothing, or the sign-in, or that the link has run out.
 */
export async function previewOf(key: string): Promise<Preview | 'expired'> {
  const isVersion = isId(key)
  let ctx = publicContext()
  if (isVersion) {
    const member = await signedIn()
    if (!member) signInFirst()
    if (!allowed(member.role, 'campaigns.see')) notFound()
    ctx = contextOf(member)
  }
  const link = isVersion ? { versionId: key, until: null } : readPreviewLink(ctx, key)
  if (link === 'expired') return 'expired'
  const campaign = link && (await findPreview(ctx, link.versionId))
  if (!link || !campaign) notFound()
  if (link.until && (await wasCalledBack(ctx, campaign.id, link.until))) return 'expired'
  const asked = new URLSearchParams(currentExchange().query).get('state')
  const state = previewStates.find((each) => each === asked) ?? 'open'
  return { campaign: inState(campaign, state, ctx.now()), base: `/preview/${key}`, until: link.until, state }
}
