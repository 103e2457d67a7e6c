import { staffRoute } from '@/app/staff/staff-route'
import { listCampaigns } from '@/lib/campaigns/list'
import { figuresAsCsv, figuresAsJson } from '@/lib/figures/export/as-csv-or-json'
import { type FiguresAsked, readFiguresAsked } from '@/lib/figures/export/input'
import { BYTE_ORDER_MARK } from '@/lib/kernel/csv'
import { isOff } from '@/lib/settings/switches/is-off'

export const dynamic = 'force-dynamic'

/** Figures of one campaign or all, as a file: CSV for a spreadsheet, or JSON. */
export const GET = staffRoute('figures.export', async ({ ctx }, request) => {
  if (await isOff(ctx, 'dashboard')) return plain(503, 'An administrator has paused the dashboard and its figures.')
  const query = Object.fromEntries(request.nextUrl.searchParams)
  const slug = query.campaign ?? 'all'
  const campaign = (await listCampaigns(ctx)).find((each) => each.slug === slug) ?? null
  if (!campaign && slug !== 'all') return plain(404, 'There is no such campaign.')
  const read = readFiguresAsked(query, ctx.now())
  if ('faults' in read) return plain(422, read.faults.join('\n'))
  const { asked } = read
  if (query.format === 'json') {
    const body = JSON.stringify(await figuresAsJson(ctx, campaign, asked), null, 2)
    return file(body, 'application/json', `${nameOf(slug, asked)}.json`)
  }
  const body = BYTE_ORDER_MARK + (await figuresAsCsv(ctx, campaign, asked))
  return file(body, 'text/csv; charset=utf-8', `${nameOf(slug, asked)}.csv`)
})

function nameOf(slug: string, { from, to, by, kind }: FiguresAsked): string {
  return `figures-${slug}-${by === 'source' ? kind : by}-${from}-${to}`
}

function file(body: string, type: string, name: string): Response {
  const headers = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` }
  return new Response(body, { headers: { ...headers, 'Cache-Control': 'no-store' } })
}

function plain(status: number, text: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(text, { status, headers })
}
