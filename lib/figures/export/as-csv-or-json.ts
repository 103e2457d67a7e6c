import { sumsOf } from '@/lib/figures/dashboard/sums'
import type { Context } from '@/lib/kernel/context'
import { csvLines } from '@/lib/kernel/csv'
import { ownCampaigns } from '@/lib/staff/own-campaigns'
import type { FiguresAsked } from './input'
import { cellsOf, columnsOf, figureRows } from './rows'

type Campaign = { id: string; slug: string }

/** Figures of a campaign, or with `null` of all that the actor works on, as JSON: what was asked, the totals of it, and the rows. */
export async function figuresAsJson(ctx: Context, campaign: Campaign | null, asked: FiguresAsked) {
  const { from, to, by, kind } = asked
  const campaignId = campaign?.id ?? ownCampaigns(ctx)
  const [sums, rows] = await Promise.all([sumsOf(ctx, { campaignId, from, to }), figureRows(ctx, campaignId, asked)])
  return {
    campaign: campaign?.slug ?? null,
    from,
    to,
    by,
    ...(by === 'source' && { kind }),
    totals: cellsOf(sums),
    rows,
  }
}

/** Figures of a campaign, or with `null` of all that the actor works on, as CSV: a line of headings, then the rows. */
export async function figuresAsCsv(ctx: Context, campaign: Campaign | null, asked: FiguresAsked): Promise<string> {
  const columns = columnsOf[asked.by]
  const rows = await figureRows(ctx, campaign?.id ?? ownCampaigns(ctx), asked)
  return csvLines([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
}
