import { partyWords } from '@/lib/directory/party-words'
import { overTime } from '@/lib/figures/dashboard/over-time'
import { seatFigures } from '@/lib/figures/dashboard/places'
import { sourceFigures } from '@/lib/figures/dashboard/sources'
import type { Context } from '@/lib/kernel/context'
import type { FigureGroup, FiguresAsked } from './input'

/** A row of exported figures, by the names of its columns. */
export type FigureRow = Record<string, string | number | null>

/** The columns of each kind of row, in their order. Hours are London's: "2026-11-24T14". */
export const columnsOf: Record<FigureGroup, readonly string[]> = {
  day: ['day', 'supporters', 'letters'],
  hour: ['hour', 'supporters', 'letters'],
  constituency: [
    'code',
    'name',
    'nation',
    'mp',
    'party',
    'supporters',
    'letters',
    'asked',
    'answered',
    'acknowledged',
    'found',
  ],
  source: ['source', 'supporters', 'letters', 'submitted', 'found', 'viewed'],
}

const MOST_SOURCES = 100_000

/** The dashboard's own figures of a campaign, or with `null` of all, row by row; no number is masked. */
export async function figureRows(
  ctx: Context,
  campaignId: string | null,
  { from, to, by, kind }: FiguresAsked,
): Promise<FigureRow[]> {
  const scope = { campaignId, from, to }
  if (by === 'constituency')
    return (await seatFigures(ctx, scope)).map((seat) =>
      picked({ ...seat, party: seat.party && partyWords(seat.party) }, by),
    )
  if (by === 'source') {
    const sources = await sourceFigures(ctx, scope, kind, MOST_SOURCES)
    return sources.map(({ name, ...counts }) => picked({ source: name, ...counts }, by))
  }
  return (await overTime(ctx, scope, by)).map(({ at, ...counts }) => picked({ [by]: at, ...counts }, by))
}

function picked(from: FigureRow, by: FigureGroup): FigureRow {
  return Object.fromEntries(columnsOf[by].map((column) => [column, from[column] ?? null]))
}
