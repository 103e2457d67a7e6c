import { cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/content/find-campaign'
import { hexagons, size } from '@/lib/figures/map/layout'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { seatWords } from '@/lib/figures/public/seat-words'
import { timeAndDate } from '@/lib/kernel/text'

export const dynamic = 'force-dynamic'

/**
 * Where each constituency's hexagon is on the picture, what to say of it (`[[x, y, "Bath", "12 supporters"], …]`), and
 * when that was counted.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) return new Response(null, { status: 404 })
  const { seats, masking, countedAt } = await publicSeats(ctx, campaign.id)
  const at = new Map(hexagons.map(({ code, x, y }) => [code, [x, y] as const]))
  const rows = seats.flatMap((seat) => {
    const middle = at.get(seat.code)
    return middle ? [[...middle, seat.name, seatWords(seat, masking)]] : []
  })
  return cacheableAnswer(request, {
    body: JSON.stringify({ ...size, counted: timeAndDate(countedAt), seats: rows }),
    type: 'application/json',
  })
}
