import { inArray } from 'drizzle-orm'
import { mps, seatChanges } from '@/db/schema/index'
import type { Member } from '@/lib/directory/members/rows'
import type { Context } from '@/lib/kernel/context'

type Row = typeof seatChanges.$inferInsert
/** From what a change of a seat came. */
export type SeatChangeSource = NonNullable<Row['source']>

/** Rows of `mps`: whose time in their seat begins, whose ends, and how some were that are other now. */
type Changed = {
  came?: readonly string[]
  left?: readonly string[]
  before?: readonly (Pick<Member, 'name' | 'party' | 'email'> & { id: string })[]
}

/** Writes down what has just changed about MPs, in the caller's transaction, for the history of their seats. */
export async function noteSeatChanges(
  ctx: Context,
  source: SeatChangeSource,
  { came = [], left = [], before = [] }: Changed,
  at = ctx.now(),
): Promise<void> {
  const ids = [...new Set([...came, ...left, ...before.map(({ id }) => id)])]
  if (ids.length === 0) return
  const now = await ctx.db
    .select({ id: mps.id, code: mps.constituencyCode, name: mps.name, party: mps.party, email: mps.email })
    .from(mps)
    .where(inArray(mps.id, ids))
  const byId = new Map(now.map((row) => [row.id, row]))
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const changeOf = (id: string, change: Pick<Row, 'kind' | 'before' | 'after'>): Row[] => {
    const constituencyCode = byId.get(id)?.code
    return constituencyCode ? [{ at, constituencyCode, mpId: id, source, staffId, ...change }] : []
  }
  const rows = [
    ...left.flatMap((id) => changeOf(id, { kind: 'left', before: byId.get(id)?.name })),
    ...came.flatMap((id) => changeOf(id, { kind: 'came', after: byId.get(id)?.name })),
    ...before.flatMap((old) => {
      const next = byId.get(old.id)
      return next ? differences(old, next).flatMap((change) => changeOf(old.id, change)) : []
    }),
  ]
  if (rows.length > 0) await ctx.db.insert(seatChanges).values(rows)
}

type Difference = Pick<Row, 'kind' | 'before' | 'after'>

function differences(old: Omit<Member, 'memberId'>, next: Omit<Member, 'memberId'>): Difference[] {
  const pairs = [
    ['name', old.name, next.name],
    ['party', old.party, next.party],
    ['e-mail', old.email, next.email],
  ] as const
  return pairs.flatMap(([kind, before, after]) => (before === after ? [] : [{ kind, before, after }]))
}
