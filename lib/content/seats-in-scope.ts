import { allSeats, type Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import type { CampaignContent } from './content'
import { asideOf, groupOf } from './content-for-mp'

/** The first seat, by name, that a campaign's letters are for and whose MP can be written to; any seat where there is none. */
export async function anySeatFor(ctx: Context, content: CampaignContent): Promise<Seat | null> {
  const seats = await allSeats(ctx)
  const written = seats.filter((seat) => asideOf(content, seat) === null)
  return written.find(({ mp }) => mp?.email) ?? written.find(({ mp }) => mp) ?? written[0] ?? seats[0] ?? null
}

/** A seat to look at a campaign from, and what is special about it. */
export type SeatShown = { label: string; code: string }

/**
 * A seat of each kind that a campaign treats in its own way: for those of no group, each group, a nation that it is not
 * for, a vacant seat, and an MP without an e-mail address. What no seat belongs to is left out.
 */
export async function seatsOfEachKind(ctx: Context, content: CampaignContent): Promise<SeatShown[]> {
  const seats = await allSeats(ctx)
  const inScope = seats.filter(
    (seat) => content.nations.length === 0 || content.nations.some((one) => one === seat.nation),
  )
  const plain = inScope.filter((seat) => groupOf(content, seat) === null)
  const kinds: [string, Seat | undefined][] = [
    ['Most MPs', plain.find(({ mp }) => mp?.email)],
    ...content.groups.map((group): [string, Seat | undefined] => [
      group.name,
      inScope.find((seat) => groupOf(content, seat) === group && seat.mp?.email) ??
        inScope.find((seat) => groupOf(content, seat) === group),
    ]),
    ['A vacant seat', inScope.find(({ mp }) => mp === null)],
    ['No e-mail address', plain.find(({ mp }) => mp !== null && !mp.email)],
    ['A nation that it is not for', seats.find((seat) => !inScope.includes(seat))],
  ]
  return kinds.flatMap(([label, seat]) => (seat ? [{ label, code: seat.code }] : []))
}
