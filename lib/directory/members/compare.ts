import { isNull } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import { refuseStrangeSeats, seatNames } from '@/lib/directory/seat-names'
import type { Context } from '@/lib/kernel/context'
import type { Member } from './rows'

export type Sitting = { code: string; member: Member | null }

/** One person in one seat, as a report names them. */
export type Named = { code: string; constituency: string; name: string; party: string }
/** `gained`: the e-mail is a first one, where there was none. */
export type Changed = Named & { what: ('name' | 'party' | 'e-mail')[]; gained?: true }

export type MembersReport = {
  /** Who sits now and did not before. */
  new: Named[]
  /** Who sat and sits, with another name, party or e-mail. */
  changed: Changed[]
  /** Who sat and does not any more. */
  left: Named[]
  /** Seats of those given that nobody sits for now. */
  vacant: { code: string; constituency: string }[]
  unchanged: number
  /** How many seats were not among those given; they stay as they are. */
  notNamed: number
}

/** What has to be written for a report to become true. Ids are rows of `mps`. */
export type Changes = {
  ended: string[]
  begun: { constituencyCode: string; member: Member }[]
  corrected: (Member & { id: string })[]
}

export type Comparison = {
  report: MembersReport
  changes: Changes
  /** How many seats have an MP as things stand. */
  sitting: number
}

/**
 * Compares the sitting MPs with what `sittings` says, and writes nothing. Throws {@link ExpectedFailure} for a
 * constituency that the directory does not have.
 */
export async function compareMembers(ctx: Context, sittings: readonly Sitting[]): Promise<Comparison> {
  const names = await seatNames(ctx)
  refuseStrangeSeats(
    names,
    sittings.map(({ code }) => code),
  )
  const before = new Map((await sittingRows(ctx)).map((row) => [row.code, row]))
  const report: MembersReport = {
    new: [],
    changed: [],
    left: [],
    vacant: [],
    unchanged: 0,
    notNamed: names.size - sittings.length,
  }
  const changes: Changes = { ended: [], begun: [], corrected: [] }

  for (const { code, member } of sittings) {
    const seat = { code, constituency: names.get(code) ?? code }
    const old = before.get(code)
    const what = member && old?.memberId === member.memberId ? differences(old, member) : null
    if (!member) report.vacant.push(seat)
    if (what && what.length === 0) report.unchanged += 1
    if (what && what.length > 0 && member && old) {
      changes.corrected.push({ ...member, id: old.id })
      const gained = old.email === null && member.email !== null && { gained: true as const }
      report.changed.push({ ...seat, name: member.name, party: member.party, what, ...gained })
    }
    if (old && !what) {
      changes.ended.push(old.id)
      report.left.push({ ...seat, name: old.name, party: old.party })
    }
    if (member && !what) {
      changes.begun.push({ constituencyCode: code, member })
      report.new.push({ ...seat, name: member.name, party: member.party })
    }
  }
  return { report, changes, sitting: before.size }
}

type Row = Member & { id: string; code: string }

function sittingRows(ctx: Context): Promise<Row[]> {
  return ctx.db
    .select({
      id: mps.id,
      code: mps.constituencyCode,
      memberId: mps.memberId,
      name: mps.name,
      party: mps.party,
      email: mps.email,
    })
    .from(mps)
    .where(isNull(mps.until))
}

function differences(old: Member, member: Member): Changed['what'] {
  const what: Changed['what'] = []
  if (old.name !== member.name) what.push('name')
  if (old.party !== member.party) what.push('party')
  if (old.email !== member.email) what.push('e-mail')
  return what
}
