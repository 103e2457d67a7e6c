import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/campaigns/find'
import { publicFigures } from '@/lib/figures/public'

export const dynamic = 'force-dynamic'

const ANYWHERE = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, slug)
  if (!campaign) {
    const error = { code: 'not_found', message: 'There is no such campaign.' }
    return Response.json({ error }, { status: 404, headers: ANYWHERE })
  }
  return Response.json(await publicFigures(ctx, campaign), {
    headers: {
      ...ANYWHERE,
      'Cache-Control': 'public, max-age=0, s-maxage=10, stale-while-revalidate=30, stale-if-error=86400',
    },
  })
}
