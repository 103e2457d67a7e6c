import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Measure, measures } from '@/db/schema/index'
import { regionOrNation } from '@/lib/directory/english-regions'
import { partyWords } from '@/lib/directory/party-words'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import type { Scope } from './scope'
import { countedIn } from './scope'
import { type Sums, sumColumns, sumShape, sumsIn } from './sums'

/** What a place has in a scope, the sums of all that is counted among it; no number is masked. */
type Figures = {
  found: number
  supporters: number
  letters: number
  /** Letters whose writers were asked about a reply, and who told of a real answer, or of an acknowledgement alone. */
  asked: number
  answered: number
  acknowledged: number
  sums: Sums
}

export type PlaceFigures = Figures & {
  key: string
  name: string
  /** What stands beside the name: the MP of a seat, the seat of an MP. */
  beside: string
  /** How many constituencies it is. */
  seats: number
}

export const placeKinds = ['constituency', 'mp', 'party', 'nation', 'region'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** What a seat has in a scope, and who sits in it now; `null` where it is vacant. */
export type SeatFigures = Figures & Who

const who = z.object({
  code: z.string(),
  name: z.string(),
  nation: z.string(),
  mp: z.string().nullable(),
  party: z.string().nullable(),
})
type Who = z.infer<typeof who>

/** All places of a kind, those without any supporter too; MPs are those who sit now. */
export async function placeFigures(ctx: Context, scope: Scope, kind: PlaceKind): Promise<PlaceFigures[]> {
  const rows = await seatFigures(ctx, scope)
  const named = (row: SeatFigures) =>
    kind === 'constituency'
      ? { name: row.name, beside: row.mp ?? 'vacant' }
      : { name: row.mp ?? `Vacant: ${row.name}`, beside: row.name }
  if (kind === 'constituency' || kind === 'mp') {
    return rows.map((row) => ({ ...figuresOf(row.sums), ...named(row), key: row.code, seats: 1 }))
  }
  const groups = new Map<string, SeatFigures[]>()
  for (const row of rows) {
    const name = groupOf(row, kind)
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return [...groups].map(([name, seats]) => ({
    ...figuresOf(added(seats)),
    ...{ key: name, name, beside: '', seats: seats.length },
  }))
}

function added(seats: readonly SeatFigures[]): Sums {
  const sumOf = (measure: Measure) => seats.reduce((sum, { sums }) => sum + sums[measure], 0)
  return Object.fromEntries(measures.map((measure) => [measure, sumOf(measure)])) as Sums
}

function groupOf(seat: SeatFigures, kind: PlaceKind): string {
  if (kind === 'nation') return seat.nation
  if (kind === 'party') return seat.party === null ? 'Vacant' : partyWords(seat.party)
  return regionOrNation(seat)
}

function figuresOf(sums: Sums): Figures {
  return {
    found: sums.found,
    supporters: sums.confirmed,
    letters: sums.accepted,
    asked: sums.asked,
    answered: sums.real_answer,
    acknowledged: sums.acknowledgement,
    sums,
  }
}

const NO_SUMS = sql.raw(measures.map((one) => `coalesce(f.${one}, 0) as ${one}`).join(', '))

/** Every seat of the scope by its name, those without any supporter too. */
export async function seatFigures({ db }: Context, scope: Scope): Promise<SeatFigures[]> {
  const rows = await readRows(
    db,
    who.extend(sumShape),
    sql`
    select c.code, c.name, c.nation, m.name as mp, m.party, ${NO_SUMS}
    from constituencies c
    left join mps m on m.constituency_code = c.code and m.until is null
    left join (
      select constituency_code, ${sumColumns} from ${countedIn(scope, 'seat')} group by 1
    ) f on f.constituency_code = c.code
    where ${scope.seats ? sql`c.code = any(${`{${scope.seats.join(',')}}`}::text[])` : sql`true`}
    order by c.name`,
  )
  return rows.map((row) => {
    const { code, name, nation, mp, party } = row
    return { code, name, nation, mp, party, ...figuresOf(sumsIn(row)) }
  })
}
