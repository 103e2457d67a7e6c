import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { findPreview, type PreviewedCampaign } from '@/lib/campaigns/preview/find-previewed-version'
import type { Context } from '@/lib/kernel/context'

/** A campaign as its draft has it; `null` where there is none. */
export async function draftToSpread(ctx: Context, id: string): Promise<PreviewedCampaign | null> {
  const campaign = await findStaffCampaign(ctx, id)
  return campaign && findPreview(ctx, campaign.draft.id)
}

/** A file for the team alone, kept by nobody. */
export function fileAnswer(body: Uint8Array | string, type: string): Response {
  const bytes = typeof body === 'string' ? body : new Uint8Array(body)
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    },
  })
}
