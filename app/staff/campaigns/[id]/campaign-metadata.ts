import type { Metadata } from 'next'
import { pageTitle } from '@/app/_server/page-title'
import { signedIn } from '@/app/_server/session/session'
import { contextOf } from '@/app/_server/session/staff-session'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { allowed } from '@/lib/staff/roles'
import { titleOf } from './campaign-head'

type Asked = { id: string; part?: string }
type Address = { params: Promise<Asked> }

/** Makes the title of a page about a campaign: what the page is, and for those who may see the campaign its name. */
export function campaignMetadata(step: string | ((address: Asked) => string)) {
  return async ({ params }: Address): Promise<Metadata> => {
    const member = await signedIn()
    const mayKnow = member && allowed(member.role, 'campaigns.see')
    const address = await params
    const campaign = mayKnow ? await findStaffCampaign(contextOf(member), address.id) : null
    const words = typeof step === 'string' ? step : step(address)
    return { title: pageTitle({ step: words, campaign: campaign ? titleOf(campaign.draft.content) : undefined }) }
  }
}
