import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'
import type { House } from './house'
import type { Written } from './writers'

/** A letter that the mail service took: when, and who was listed for its seat then. */
export type Taken = { day: number; to: string; text: string; memberId: number }

type Row = { id: string; state: string; reason: string | null; member: number | null }
type Seen = { standing: Map<string, number>; toPost: string[] }

const AWAITED_DAYS = 7
const WAITS_MOST_DAYS = 180

/**
 * Holds every confirmed letter against who is listed: taken once if its row says so, to who was listed then; else held for
 * what its seat lacks by the rules, or ended by its writer or by time. `mayBeQueued`: letters have not been sent since.
 * Gives how many stand where, and which are for their writers to post; throws with each letter that is not right.
 */
export async function checkLetters(
  ctx: Context,
  { house, day, mayBeQueued }: { house: House; day: number; mayBeQueued: boolean },
  written: ReadonlyMap<string, Written>,
  taken: ReadonlyMap<string, Taken[]>,
): Promise<Seen> {
  const rows = new Map((await rowsOf(ctx)).map((row) => [row.id, row]))
  const faults: string[] = []
  const standing = new Map<string, number>()
  const toPost: string[] = []
  for (const letter of written.values()) {
    const row = rows.get(letter.id)
    const takes = taken.get(letter.id) ?? []
    const stands = row ? (row.reason ?? row.state) : 'gone'
    standing.set(stands, (standing.get(stands) ?? 0) + 1)
    if (stands === 'no-email') toPost.push(letter.id)
    const wrong = takes.length > 0 ? wronglySent(row, takes) : wronglyKept(stands, letter)
    if (wrong) faults.push(`letter ${letter.id} to ${letter.seat}, confirmed on day ${letter.confirmed}: ${wrong}`)
  }
  if (faults.length > 0) {
    throw new Error(`Day ${day}: ${faults.length} letters are not right:\n${faults.slice(0, 10).join('\n')}`)
  }
  return { standing, toPost }

  function wronglySent(row: Row | undefined, takes: readonly Taken[]): string | null {
    if (takes.length > 1) return `sent ${takes.length} times`
    if (row?.state !== 'accepted') return `sent, but it is ${row?.state}`
    return row.member === takes[0]?.memberId ? null : `sent to ${takes[0]?.memberId}, but noted for ${row.member}`
  }

  function wronglyKept(stands: string, { seat, confirmed, chases }: Written): string | null {
    if (stands === 'queued') return mayBeQueued ? null : 'not sent'
    if (stands === 'by-writer') return null
    if (stands === 'failed') return day - confirmed >= WAITS_MOST_DAYS - 1 ? null : 'given up early'
    if (stands === 'staff') return chases ? null : 'held for staff'
    const due = lacking(house, seat, day)
    if (stands === due || (isSeatEmpty(stands) && isSeatEmpty(due ?? ''))) return null
    return `it stands as ${stands}, and its seat lacks ${due ?? 'nothing'}`
  }
}

const isSeatEmpty = (reason: string) => reason === 'vacant' || reason === 'dissolved'

/** What keeps a letter to a seat from going, by the rules. */
function lacking(house: House, seat: string, day: number): string | null {
  const sitting = house.sits(seat)
  if (!sitting) return house.isDissolved() ? 'dissolved' : 'vacant'
  if (sitting.person.email) return null
  return day - Math.max(sitting.since, sitting.goneAt ?? sitting.since) < AWAITED_DAYS ? 'no-address-yet' : 'no-email'
}

async function rowsOf({ db }: Context): Promise<Row[]> {
  return [
    ...(await db.execute<Row>(sql`
      select letters.id, letters.state, letters.held_reason as reason, mps.member_id as member
      from letters left join mps on mps.id = letters.mp_id`)),
  ]
}
