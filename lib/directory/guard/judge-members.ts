import { desc, isNull } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import type { Comparison, Sitting } from '@/lib/directory/members/compare'
import type { Member } from '@/lib/directory/members/rows'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped } from '@/lib/kernel/text'
import { mayBeDissolved } from './dissolution'
import { someOf } from './in-words'
import type { Compared } from './let-in'
import { isTooMany, isTooMuch, touchedSeats } from './too-many-changes'

/** What the directory knows of somebody who sits or sat, by their last row. */
export type KnownMember = { memberId: number; code: string; email: string | null; sits: boolean }

/**
 * What it would mean to let a list of members in. Too much is what touches more than a tenth of the seats, or for more
 * than a tenth of them gives an address that several share, that another MP has, at a domain where none has one, none
 * where there was one, or a member who sat elsewhere: as in a list whose columns are shifted by a row.
 * `total` is how many members the list has or its source counts: none is believed only near a known dissolution.
 */
export async function judgeMembers(
  ctx: Context,
  comparison: Comparison,
  list: { sittings: readonly Sitting[]; total: number },
): Promise<Compared> {
  const judged = judgeList(await knownMembers(ctx), comparison, list)
  const emptied = list.total === 0 && comparison.sitting > 0
  if (!emptied || mayBeDissolved(ctx.env.dissolutionDates, ctx.now())) return judged
  return { ...judged, reasons: [...judged.reasons, NOT_KNOWN_TO_BE_DISSOLVED] }
}

const NOT_KNOWN_TO_BE_DISSOLVED =
  'the list is empty, as while Parliament is dissolved, and no day of DISSOLUTION_DATES is near'

async function knownMembers(ctx: Context): Promise<KnownMember[]> {
  const sits = isNull(mps.until)
  const rows = await ctx.db
    .selectDistinctOn([mps.memberId], {
      memberId: mps.memberId,
      code: mps.constituencyCode,
      email: mps.email,
      until: mps.until,
    })
    .from(mps)
    .orderBy(mps.memberId, desc(sits), desc(mps.since))
  return rows.map(({ until, ...known }) => ({ ...known, sits: until === null }))
}

/** As {@link judgeMembers}, of what is `known`. */
export function judgeList(
  known: readonly KnownMember[],
  comparison: Comparison,
  { sittings, total }: { sittings: readonly Sitting[]; total: number },
): Compared {
  const seats = comparison.report.notNamed + sittings.length
  const touched = touchedSeats(comparison)
  const faults = faultsOf(known, sittings)
  const enough = (count: number) => isTooMany(count, seats)
  const tenth = 'more than a tenth'
  return {
    lines: linesOf(touched, seats, faults),
    reasons: [
      ...(isTooMuch(comparison, { total, seats })
        ? [`${counted(touched, 'seat')} would get another MP, none, or another e-mail, ${tenth} at once`]
        : []),
      ...faults.flatMap(({ count, reason }) =>
        enough(count) ? [`${reason(grouped(count))}, ${tenth} of the seats`] : [],
      ),
      ...(isWithoutAddresses(sittings, seats) ? ['no member of the list has an e-mail'] : []),
    ],
  }
}

/** Something that a list can have wrong: of how many members, what is shown of it, and what makes of it a reason. */
type Fault = { count: number; line: string; reason: (count: string) => string; some: string[] }

function faultsOf(known: readonly KnownMember[], sittings: readonly Sitting[]): Fault[] {
  const byId = new Map(known.map((one) => [one.memberId, one]))
  const owners = new Map(
    known.flatMap(({ memberId, email }) => (email ? [[email.toLowerCase(), memberId] as const] : [])),
  )
  const domains = new Set([...owners.keys()].map(domainOf))
  const listed = sittings.flatMap(({ code, member }) => (member ? [{ ...member, code }] : []))
  const given = listed.flatMap(({ memberId, email }) => (email ? [{ memberId, email: email.toLowerCase() }] : []))
  const named = new Set(sittings.map(({ code }) => code))
  const staying = known.flatMap(({ sits, code, email }) =>
    sits && !named.has(code) && email ? [email.toLowerCase()] : [],
  )
  const times = timesOf([...given.map(({ email }) => email), ...staying])

  const shared = given.filter(({ email }) => (times.get(email) ?? 0) > 1)
  const others = given.filter(({ memberId, email }) => (owners.get(email) ?? memberId) !== memberId)
  const unlike = given.filter(({ email }) => !domains.has(domainOf(email)))
  const lost = listed.filter(({ memberId, email }) => !email && byId.get(memberId)?.email)
  const elsewhere = listed.filter(({ memberId, code }) => (byId.get(memberId)?.code ?? code) !== code)
  return [
    {
      count: shared.length,
      line: 'Addresses that several MPs would share',
      reason: (count) => `${count} MPs would share an address with another`,
      some: unique(shared.map(({ email }) => email)),
    },
    {
      count: others.length,
      line: 'Addresses that are another MP’s',
      reason: (count) => `${count} MPs would get an address that is another MP’s`,
      some: unique(others.map(({ email }) => email)),
    },
    {
      count: unlike.length,
      line: 'Addresses at domains where no MP has had one',
      reason: (count) =>
        `${count} addresses are at domains where no MP has had one (${someOf(unique(unlike.map(({ email }) => domainOf(email))), 3)})`,
      some: unique(unlike.map(({ email }) => domainOf(email))),
    },
    {
      count: lost.length,
      line: 'MPs who would lose their address',
      reason: (count) => `${count} MPs would lose their address`,
      some: lost.map(nameOf),
    },
    {
      count: elsewhere.length,
      line: 'Members who sat for another seat',
      reason: (count) => `${count} members would sit for another seat than before`,
      some: elsewhere.map(nameOf),
    },
  ]
}

function linesOf(touched: number, seats: number, faults: Fault[]): string[] {
  return [
    `Compared with the MPs in use: ${grouped(touched)} of ${grouped(seats)} seats would get another MP, none, or another e-mail.`,
    ...faults.map(({ count, line, some }) =>
      count === 0 ? `${line}: none.` : `${line}: ${grouped(count)} (${someOf(some, 3)}).`,
    ),
  ]
}

/** A list of so many members, of whom not one has an address, has lost a column. */
function isWithoutAddresses(sittings: readonly Sitting[], seats: number): boolean {
  const members = sittings.flatMap(({ member }) => member ?? [])
  return isTooMany(members.length, seats) && members.every(({ email }) => email === null)
}

function timesOf(texts: string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return times
}

const unique = (texts: string[]) => [...new Set(texts)]
const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)
const nameOf = ({ name }: Pick<Member, 'name'>) => name
