import { ANYWHERE, cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/content/find-campaign'
import { publicFigures } from '@/lib/figures/public/public-figures'

export const dynamic = 'force-dynamic'

/** A campaign's public figures; with `?only=totals` without the constituencies, for a page that keeps itself up to date. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, slug)
  if (!campaign) {
    const error = { code: 'not_found', message: 'There is no such campaign.' }
    return Response.json({ error }, { status: 404, headers: ANYWHERE })
  }
  const { byConstituency, ...totals } = await publicFigures(ctx, campaign)
  const shown = new URL(request.url).searchParams.get('only') === 'totals' ? totals : { ...totals, byConstituency }
  return cacheableAnswer(request, {
    body: JSON.stringify(shown),
    type: 'application/json',
    // The moment of counting moves on every ten seconds, also when nobody has come.
    sameWhile: JSON.stringify({ ...shown, updatedAt: null }),
    anywhere: true,
  })
}
