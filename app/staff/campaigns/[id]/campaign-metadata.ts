import type { Metadata } from 'next'
import { pageTitle } from '@/app/_server/page-title'
import { signedIn } from '@/app/_server/session/session'
import { contextOf } from '@/app/_server/session/staff-session'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { allowed } from '@/lib/staff/roles'
import { titleOf } from './campaign-head'

type Address = { params: Promise<{ id: string }> }

/** Makes the title of a page about a campaign: what the page is, and for those who may see the campaign its name. */
export function campaignMetadata(step: string) {
  return async ({ params }: Address): Promise<Metadata> => {
    const member = await signedIn()
    const mayKnow = member && allowed(member.role, 'campaigns.see')
    const campaign = mayKnow ? await findStaffCampaign(contextOf(member), (await params).id) : null
    return { title: pageTitle({ step, campaign: campaign ? titleOf(campaign.draft.content) : undefined }) }
  }
}
