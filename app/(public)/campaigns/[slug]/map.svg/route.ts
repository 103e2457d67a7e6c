import { createHash } from 'node:crypto'
import { cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/content/find-campaign'
import { drawMap, mapStyle } from '@/lib/figures/map/draw'
import { publicSeats } from '@/lib/figures/public/public-seats'

export const dynamic = 'force-dynamic'

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(mapStyle).digest('base64')}'; frame-ancestors 'none'`

/** The hex map as a picture; `?seat=CODE` outlines a constituency. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) return new Response(null, { status: 404 })
  const { seats, constituencies } = await publicSeats(ctx, campaign.id)
  const own = new URL(request.url).searchParams.get('seat') ?? undefined
  const title = `The 650 constituencies as hexagons; ${constituencies} have supporters`
  return cacheableAnswer(request, {
    body: drawMap(seats, { title, own }),
    type: 'image/svg+xml; charset=utf-8',
    headers: { 'Content-Security-Policy': POLICY },
  })
}
