import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { regionOrNation } from '@/lib/directory/english-regions'
import { partyWords } from '@/lib/directory/party-words'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import type { Scope } from './scope'
import { within } from './scope'

/** What a place has in a scope; no number is masked. */
export type PlaceFigures = {
  key: string
  name: string
  /** What stands beside the name: the MP of a seat, the seat of an MP. */
  beside: string
  found: number
  supporters: number
  letters: number
  /** Letters whose writers were asked about a reply, and told of a real answer, or of an acknowledgement alone. */
  asked: number
  answered: number
  acknowledged: number
}

export const placeKinds = ['constituency', 'mp', 'party', 'nation', 'region'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** What a seat has in a scope, and who sits in it now; `null` where it is vacant. */
export type SeatFigures = z.infer<typeof seat>

const seat = z.object({
  code: z.string(),
  name: z.string(),
  nation: z.string(),
  mp: z.string().nullable(),
  party: z.string().nullable(),
  found: z.number(),
  supporters: z.number(),
  letters: z.number(),
  asked: z.number(),
  answered: z.number(),
  acknowledged: z.number(),
})

/** All places of a kind, those without any supporter too; MPs are those who sit now. */
export async function placeFigures(ctx: Context, scope: Scope, kind: PlaceKind): Promise<PlaceFigures[]> {
  const rows = await seatFigures(ctx, scope)
  if (kind === 'constituency')
    return rows.map((row) => ({ ...figuresOf(row), key: row.code, name: row.name, beside: row.mp ?? 'vacant' }))
  if (kind === 'mp') {
    return rows.map((row) => ({
      ...figuresOf(row),
      key: row.code,
      name: row.mp ?? `Vacant: ${row.name}`,
      beside: row.name,
    }))
  }
  const groups = new Map<string, PlaceFigures>()
  for (const row of rows) {
    const name = groupOf(row, kind)
    const group = groups.get(name) ?? { key: name, name, beside: '', ...NOTHING }
    const own = figuresOf(row)
    groups.set(name, {
      ...group,
      found: group.found + own.found,
      supporters: group.supporters + own.supporters,
      letters: group.letters + own.letters,
      asked: group.asked + own.asked,
      answered: group.answered + own.answered,
      acknowledged: group.acknowledged + own.acknowledged,
    })
  }
  return [...groups.values()]
}

function groupOf(seat: SeatFigures, kind: PlaceKind): string {
  if (kind === 'nation') return seat.nation
  if (kind === 'party') return seat.party === null ? 'Vacant' : partyWords(seat.party)
  return regionOrNation(seat)
}

const NOTHING = { found: 0, supporters: 0, letters: 0, asked: 0, answered: 0, acknowledged: 0 }

function figuresOf({ found, supporters, letters, asked, answered, acknowledged }: SeatFigures) {
  return { found, supporters, letters, asked, answered, acknowledged }
}

/** Every seat by its name, those without any supporter too. */
export function seatFigures({ db }: Context, scope: Scope): Promise<SeatFigures[]> {
  return readRows(
    db,
    seat,
    sql`
    select c.code, c.name, c.nation, m.name as mp, m.party,
      coalesce(f.found, 0) as found, coalesce(f.supporters, 0) as supporters,
      coalesce(f.letters, 0) as letters, coalesce(f.asked, 0) as asked,
      coalesce(f.answered, 0) as answered, coalesce(f.acknowledged, 0) as acknowledged
    from constituencies c
    left join mps m on m.constituency_code = c.code and m.until is null
    left join (
      select constituency_code, sum(found)::int as found, sum(confirmed)::int as supporters,
        sum(accepted)::int as letters, sum(asked)::int as asked, sum(real_answer)::int as answered,
        sum(acknowledgement)::int as acknowledged
      from figure_hours where ${within(scope)} group by 1
    ) f on f.constituency_code = c.code
    order by c.name`,
  )
}
