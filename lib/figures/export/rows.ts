import { measures } from '@/db/schema/index'
import { regionOrNation } from '@/lib/directory/english-regions'
import { partyWords } from '@/lib/directory/party-words'
import { funnelOf } from '@/lib/figures/dashboard/funnel'
import { letterFigures } from '@/lib/figures/dashboard/letters'
import { namesOf } from '@/lib/figures/dashboard/names-of'
import { overTime } from '@/lib/figures/dashboard/over-time'
import { placeFigures, seatFigures } from '@/lib/figures/dashboard/places'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import type { OfCampaigns, Scope } from '@/lib/figures/dashboard/scope'
import { sourceFigures } from '@/lib/figures/dashboard/sources'
import { type Sums, sumsOf } from '@/lib/figures/dashboard/sums'
import { definitions, standing } from '@/lib/figures/definitions'
import type { Context } from '@/lib/kernel/context'
import { campaignsNamed } from './campaigns'
import type { FigureGroup, FiguresAsked } from './input'

/** A row of exported figures, by the names of its columns. */
export type FigureRow = Record<string, string | number | null>

/** Supporters and letters first, then the rest in the order of a letter's life. */
const counted = [...new Set([...(['confirmed', 'accepted'] as const), ...measures])]

/** The columns of all that is counted when it happens, by what the definitions call them. */
const countedColumns: readonly string[] = counted.map((measure) => definitions[measure].column)

/** A page view is of no constituency: nothing is known of it by place. */
const placedColumns = countedColumns.filter((column) => column !== definitions.viewed.column)

/** The columns of each kind of row, in their order. Hours are London's: "2026-11-24T14". */
export const columnsOf: Record<FigureGroup, readonly string[]> = {
  day: ['day', ...countedColumns, 'unfinished_until'],
  hour: ['hour', ...countedColumns, 'unfinished_until'],
  constituency: ['code', 'name', 'nation', 'region', 'mp', 'party', ...placedColumns],
  party: ['party', 'seats', ...placedColumns],
  nation: ['nation', 'seats', ...placedColumns],
  region: ['region', 'seats', ...placedColumns],
  source: ['source', ...countedColumns],
  step: ['step', 'name', 'count', 'whole'],
  state: ['state', 'held_for', 'letters'],
  ask: ['campaign', 'ask', 'name', 'letters', 'whole'],
  question: ['campaign', 'question', 'name', 'letters', 'own_words'],
}

const MOST_SOURCES = 100_000

/** The dashboard's own figures of a campaign, of several, or with `null` of all, row by row; no number is masked. */
export async function figureRows(
  ctx: Context,
  campaignId: OfCampaigns,
  { from, to, by, kind }: FiguresAsked,
): Promise<FigureRow[]> {
  const scope = { campaignId, from, to }
  switch (by) {
    case 'day':
    case 'hour':
      return (await overTime(ctx, scope, by)).map(({ at, unfinishedUntil, sums }) => ({
        [by]: at,
        ...cellsOf(sums),
        unfinished_until: unfinishedUntil,
      }))
    case 'constituency':
      return (await seatFigures(ctx, scope)).map(({ code, name, nation, mp, party, sums }) => ({
        ...{ code, name, nation, region: regionOrNation({ code, nation }), mp, party: party && partyWords(party) },
        ...placedCellsOf(sums),
      }))
    case 'party':
    case 'nation':
    case 'region':
      return (await placeFigures(ctx, scope, by)).map(({ name, seats, sums }) => ({
        [by]: name,
        seats,
        ...placedCellsOf(sums),
      }))
    case 'source':
      return (await sourceFigures(ctx, scope, kind, MOST_SOURCES)).map(({ name, sums }) => ({
        source: name,
        ...cellsOf(sums),
      }))
    case 'step':
      return stepRows(ctx, scope)
    case 'state': {
      const { byState, byHeldReason } = await letterFigures(ctx, scope)
      return [
        ...byState.filter(({ state }) => state !== 'held').map((row) => ({ ...row, held_for: null })),
        ...byHeldReason.map(({ reason, letters }) => ({ state: 'held', held_for: reason, letters })),
      ]
    }
    case 'ask':
    case 'question':
      return namedRows(ctx, scope, by)
  }
}

/** All that is counted when it happens, by its columns. */
export function cellsOf(sums: Sums): FigureRow {
  return Object.fromEntries(counted.map((measure) => [definitions[measure].column, sums[measure]]))
}

function placedCellsOf(sums: Sums): FigureRow {
  const { [definitions.viewed.column]: _, ...cells } = cellsOf(sums)
  return cells
}

/** The funnel, and what was said of replies: each with the whole of its share, where it has one. */
async function stepRows(ctx: Context, scope: Scope): Promise<FigureRow[]> {
  const [sums, replies] = await Promise.all([sumsOf(ctx, scope), replyFigures(ctx, scope)])
  const rows = funnelOf(sums, replies).map(({ step, count, whole }): FigureRow => {
    const { column, label } = step === 'answered' ? standing.answered : definitions[step]
    return { step: column, name: label, count, whole }
  })
  const { column: step, label: name } = standing.acknowledged
  return [...rows, { step, name, count: replies.acknowledgement, whole: replies.asked }]
}

async function namedRows(ctx: Context, scope: Scope, by: 'ask' | 'question'): Promise<FigureRow[]> {
  const [{ byAsk, byQuestion }, campaigns] = await Promise.all([letterFigures(ctx, scope), campaignsNamed(ctx)])
  const ask = byAsk.map(({ campaignId, ask: id }) => ({ campaignId, id }))
  const question = byQuestion.map(({ campaignId, question: id }) => ({ campaignId, id }))
  const of = scope.campaignId === null ? null : [scope.campaignId].flat()
  const shown = of ? campaigns.filter(({ id }) => of.includes(id)) : campaigns
  const names = await namesOf(ctx, shown, { ask, question, step: [] })
  const slugOf = (campaignId: string) => campaigns.find(({ id }) => id === campaignId)?.slug ?? ''
  if (by === 'ask') {
    return byAsk.map(({ campaignId, ask: id, letters, whole }) => ({
      ...{ campaign: slugOf(campaignId), ask: id, name: names.ask({ campaignId, id }), letters, whole },
    }))
  }
  return byQuestion.map(({ campaignId, question: id, letters, own }) => ({
    ...{ campaign: slugOf(campaignId), question: id, name: names.question({ campaignId, id }), letters },
    own_words: own,
  }))
}
