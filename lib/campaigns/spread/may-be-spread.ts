import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { hasOpened } from '@/lib/campaigns/list'
import type { Context } from '@/lib/kernel/context'
import { allowed } from '@/lib/staff/roles'

/** Whether whoever acts may know of a campaign and spread it: one that the public has not seen is for its editors alone. */
export function mayBeSpread({ actor, now }: Context, campaign: StaffCampaign): boolean {
  const seesAll = actor.kind === 'staff' && allowed(actor.role, 'campaigns.see')
  return seesAll || hasOpened(campaign, now())
}
