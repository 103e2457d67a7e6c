import { ANYWHERE, cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/content/find-campaign'
import { ownSeatWords } from '@/lib/figures/public/own-seat'
import { publicFigures } from '@/lib/figures/public/public-figures'

export const dynamic = 'force-dynamic'

/**
 * A campaign's public figures; with `?only=totals` without the constituencies, for a page that keeps itself up to date,
 * and with `?seat=CODE` with that one, `null` where nobody is told of in it.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, slug)
  if (!campaign) {
    const error = { code: 'not_found', message: 'There is no such campaign.' }
    return Response.json({ error }, { status: 404, headers: ANYWHERE })
  }
  const { byConstituency, ...totals } = await publicFigures(ctx, campaign)
  const { searchParams } = new URL(request.url)
  const own = byConstituency.find(({ code }) => code === searchParams.get('seat'))
  const shown = {
    ...totals,
    ...(searchParams.get('only') !== 'totals' && { byConstituency }),
    ...(searchParams.has('seat') && { seat: own ? { ...own, words: ownSeatWords(own) } : null }),
  }
  return cacheableAnswer(request, {
    body: JSON.stringify(shown),
    type: 'application/json',
    // The moment of counting moves on every ten seconds, also when nobody has come.
    sameWhile: JSON.stringify({ ...shown, updatedAt: null }),
    anywhere: true,
  })
}
