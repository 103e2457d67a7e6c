import type { Seat } from '@/lib/directory/lookup'
import { foldName } from '@/lib/directory/search/fold-name'
import { slipsBetween } from '@/lib/directory/search/typing-slips'
import { belongs, isOfParty } from './content-for-mp'
import type { ContentFault } from './faults'
import type { WhoIsMeant } from './mp-groups'

/** What people call parties beside the names that the directory has. */
const CALLED: Record<string, string> = {
  tory: 'Conservative',
  tories: 'Conservative',
  'lib dem': 'Liberal Democrat',
  'lib dems': 'Liberal Democrat',
  snp: 'Scottish National Party',
  dup: 'Democratic Unionist Party',
  sdlp: 'Social Democratic & Labour Party',
  uup: 'Ulster Unionist Party',
  plaid: 'Plaid Cymru',
  greens: 'Green Party',
  reform: 'Reform UK',
}
/** A name that is further away than this part of its letters is not what was meant. */
const FURTHEST = 0.4
/** Longer than any name of a party or a constituency. */
const NAME_MOST = 60

/** Parties that sit in the House of Commons, as the directory names them, the largest first. */
export function partiesOf(seats: readonly Seat[]): string[] {
  const counts = new Map<string, number>()
  for (const { mp } of seats) if (mp) counts.set(mp.party, (counts.get(mp.party) ?? 0) + 1)
  return [...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b)).map(([party]) => party)
}

/** The seats whose MPs a group is of, whatever group stands before it. */
export function seatsMeant(group: WhoIsMeant, seats: readonly Seat[]) {
  return seats.filter((seat) => belongs(group, seat))
}

type Named = {
  title?: unknown
  name?: unknown
  parties?: unknown
  seats?: unknown
  nations?: unknown
  regions?: unknown
  notSeated?: unknown
}

/**
 * What a content says of MPs that is true of none: a party or a constituency that there is not, each with its line and
 * what was meant, and a group that nobody is in. Nothing where the directory is empty, or Parliament dissolved.
 */
export function whoIsMeantFaults(content: unknown, seats: readonly Seat[]): ContentFault[] {
  const parties = partiesOf(seats)
  if (parties.length === 0) return []
  const { groups, nextSteps } = (content ?? {}) as { groups?: unknown; nextSteps?: unknown }
  return [
    ...itemsOf(groups).flatMap((group, at) => groupFaults(group, `groups.${at}`, seats, parties)),
    ...itemsOf(nextSteps).flatMap((step, at) =>
      partyFaults(step, `nextSteps.${at}`, parties, 'Parties of a next step'),
    ),
  ]
}

function groupFaults(group: Named, path: string, seats: readonly Seat[], parties: string[]): ContentFault[] {
  const codes = new Set(seats.map(({ code }) => code))
  const names = seats.flatMap(({ name, mp }) => (mp ? [name, mp.name] : [name]))
  const wrong = [
    ...partyFaults(group, path, parties, 'Parties of a group'),
    ...textsOf(group.seats).flatMap((seat, at) => {
      if (codes.has(seat)) return []
      const message = `Constituencies of a group: line ${at + 1}, “${seat}”, is no constituency, and no MP.${meant(seat, names)}`
      return [{ path: `${path}.seats`, message }]
    }),
  ]
  const asked = {
    parties: textsOf(group.parties),
    nations: textsOf(group.nations) as WhoIsMeant['nations'],
    regions: textsOf(group.regions) as WhoIsMeant['regions'],
    notSeated: group.notSeated === true,
    seats: textsOf(group.seats),
  }
  if (wrong.length > 0 || seatsMeant(asked, seats).some(({ mp }) => mp !== null)) return wrong
  const message =
    'Parties of a group: nobody is of all that is named here. Each of party, nation, region and seat has to hold.'
  return asked.parties.length + asked.regions.length + asked.seats.length > 0
    ? [{ path: `${path}.parties`, message }]
    : []
}

function partyFaults({ parties: named }: Named, path: string, parties: string[], label: string): ContentFault[] {
  return textsOf(named).flatMap((party) => {
    if (parties.some((one) => isOfParty(one, party))) return []
    const message = `${label}: no MP is of a party “${party}”.${meant(party, parties)}`
    return [{ path: `${path}.parties`, message }]
  })
}

/** " Do you mean “Bath”?", or nothing where no name is near. */
function meant(typed: string, names: readonly string[]): string {
  const name = nearestName(typed, names)
  return name ? ` Do you mean “${name}”?` : ''
}

/** The name that was most likely meant; `null` where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const asked = foldName(typed.slice(0, NAME_MOST))
  const called = CALLED[asked]
  if (called && names.includes(called)) return called
  const begun = asked.length > 2 && names.filter((name) => foldName(name).startsWith(asked))
  if (begun && begun.length === 1) return begun[0] ?? null
  const [best] = names
    .map((name) => ({ name, slips: slipsBetween(foldName(name), asked) }))
    .sort((a, b) => a.slips - b.slips)
  return best && best.slips <= FURTHEST * best.name.length ? best.name : null
}

function itemsOf(value: unknown): Named[] {
  return Array.isArray(value) ? value.map((item) => (typeof item === 'object' && item ? item : {})) : []
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []
}
