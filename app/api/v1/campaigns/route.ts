import { written } from '@/app/api/v1/answers'
import { withKey } from '@/app/api/v1/with-key'
import { campaignsAsCsv, countedCampaigns } from '@/lib/figures/export/campaigns'

export const dynamic = 'force-dynamic'

/** The campaigns that a key reads, with their totals. */
export const GET = withKey('figures:read', async ({ ctx, key, request }) => {
  const all = await countedCampaigns(ctx)
  const campaigns = all.flatMap(({ id, ...shown }) => (key.campaignId === null || key.campaignId === id ? [shown] : []))
  return written(request, { json: () => ({ campaigns }), csv: () => campaignsAsCsv(campaigns) })
})
