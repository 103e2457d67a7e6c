import { narrowedTo } from '@/app/staff/_figures/narrowed'
import { csvFile } from '@/app/staff/csv-file'
import { electionCells, electionColumns } from '@/app/staff/dashboard/majorities'
import { placeRows, placesAsked } from '@/app/staff/dashboard/place-rows'
import { readView } from '@/app/staff/dashboard/view'
import { staffRoute } from '@/app/staff/staff-route'
import { toldApart } from '@/lib/campaigns/chosen-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import { seatFigures } from '@/lib/figures/dashboard/places'
import { BYTE_ORDER_MARK, csvLines } from '@/lib/kernel/csv'
import { isOff } from '@/lib/settings/switches/is-off'

export const dynamic = 'force-dynamic'

/** The list of constituencies as the dashboard's address narrows and sorts it, with each one's page to pass on. */
export const GET = staffRoute('figures.export', async ({ ctx }, request) => {
  if (await isOff(ctx, 'dashboard')) {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
    return new Response('An administrator has paused the dashboard and its figures.', { status: 503, headers })
  }
  const query = Object.fromEntries(request.nextUrl.searchParams)
  const asked = await narrowedTo(ctx, readView(query, toldApart(await listCampaigns(ctx)), ctx))
  const { kind } = placesAsked(asked)
  const ofSeats = kind === 'mp' ? asked : { ...asked, query: { ...asked.query, kind: 'constituency' } }
  const [{ rows }, seats] = await Promise.all([placeRows(ctx, ofSeats), seatFigures(ctx, asked.scope)])
  const byCode = new Map(seats.map((seat) => [seat.code, seat]))
  const slug = asked.campaign?.slug
  const lines = rows.flatMap(({ key, found, supporters, letters, answered, acknowledged, election }) => {
    const seat = byCode.get(key)
    if (!seat) return []
    const link = slug ? new URL(`/campaigns/${slug}/from/${key}`, ctx.env.appUrl).href : ''
    const who = [seat.code, seat.name, seat.nation, seat.mp ?? '', seat.party ?? '']
    return [[...who, found, supporters, letters, answered, acknowledged, link, ...electionCells(election)]]
  })
  const columns = [
    'code',
    'name',
    'nation',
    'mp',
    'party',
    'found',
    'supporters',
    'letters',
    'answered',
    'acknowledged',
  ]
  const text = BYTE_ORDER_MARK + csvLines([[...columns, 'link', ...electionColumns], ...lines])
  return csvFile(`constituencies-${slug ?? 'all'}-${asked.span.from}-${asked.span.to}.csv`, once(text))
})

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
