import { refusal, written } from '@/app/api/v1/answers'
import { withKey } from '@/app/api/v1/with-key'
import { figuresAsCsv, figuresAsJson } from '@/lib/figures/export/as-csv-or-json'
import { countedCampaigns } from '@/lib/figures/export/campaigns'
import { readFiguresAsked } from '@/lib/figures/export/input'

export const dynamic = 'force-dynamic'

/** A campaign's figures in full, by day, hour, constituency or source. */
export const GET = withKey('figures:read', async ({ ctx, key, request }, { slug }) => {
  const campaign = (await countedCampaigns(ctx)).find((each) => each.slug === slug)
  // A key of one campaign is not told which others there are.
  if (key.campaignId !== null && key.campaignId !== campaign?.id) {
    return refusal(403, 'not_allowed', 'This key is of another campaign.')
  }
  if (!campaign) return refusal(404, 'not_found', 'There is no such campaign.')
  const read = readFiguresAsked(Object.fromEntries(new URL(request.url).searchParams), ctx.now())
  if ('faults' in read) return refusal(422, 'not_understood', read.faults.join(' '))
  return written(request, {
    json: () => figuresAsJson(ctx, campaign, read.asked),
    csv: () => figuresAsCsv(ctx, campaign, read.asked),
  })
})
