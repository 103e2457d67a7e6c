import { notFound } from 'next/navigation'
import { findStaffCampaign, type StaffCampaign } from '@/lib/campaigns/find-for-staff'
import type { Context } from '@/lib/kernel/context'

/** The campaign that a page is about; the page is not found where there is none. */
export async function foundCampaign(ctx: Context, id: string | undefined): Promise<StaffCampaign> {
  return (await findStaffCampaign(ctx, id ?? '')) ?? notFound()
}
