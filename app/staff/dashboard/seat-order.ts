import type { SeatFigures } from '@/lib/figures/dashboard'

const orders = ['supporters', 'letters', 'name'] as const
export type SeatOrder = (typeof orders)[number]

/** The order that the address asks for, else by supporters. */
export function seatOrder(asked: unknown): SeatOrder {
  return orders.find((order) => order === asked) ?? 'supporters'
}

/** Names from A to Z; numbers from the most down, and by name where they are equal. */
export function sorted(seats: readonly SeatFigures[], order: SeatOrder): SeatFigures[] {
  const byName = (a: SeatFigures, b: SeatFigures) => a.name.localeCompare(b.name, 'en-GB')
  if (order === 'name') return seats.toSorted(byName)
  return seats.toSorted((a, b) => b[order] - a[order] || byName(a, b))
}

/** What a column's heading says and where it leads. */
export function sortedBy(column: SeatOrder, order: SeatOrder, slug: string) {
  const direction = column === 'name' ? ('ascending' as const) : ('descending' as const)
  return { href: `/staff/dashboard?sort=${column}#${slug}`, now: column === order ? direction : null }
}
