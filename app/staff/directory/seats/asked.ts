import { z } from 'zod'
import { type SeatsAsked, seatLists, seatOrders } from '@/lib/directory/every-seat/find-seats'

type Query = Record<string, string | string[] | undefined>

const PATH = '/staff/directory/seats'
const MOST_TYPED = 100

const query = z.object({
  find: z.string().trim().catch(''),
  show: z.enum(seatLists).catch('all'),
  sort: z.enum(seatOrders).catch('seat'),
  down: z.literal('1').optional().catch(undefined),
  page: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .catch(1),
})

/** Which seats an address asks for; what it says wrongly is as if it did not say it. */
export function askedSeats(given: Query): SeatsAsked {
  const { find, show, sort, down, page } = query.parse(given)
  return { find: find.slice(0, MOST_TYPED), show, order: sort, down: down === '1', page }
}

/** The address of the same seats, or of others where `change` says so: then from their first page. */
export function seatsHref({ find, show, order, down }: SeatsAsked, change: Partial<SeatsAsked> = {}): string {
  const asked = { find, show, order, down, page: 1, ...change }
  const said = new URLSearchParams()
  if (asked.find) said.set('find', asked.find)
  if (asked.show !== 'all') said.set('show', asked.show)
  if (asked.order !== 'seat') said.set('sort', asked.order)
  if (asked.down) said.set('down', '1')
  if (asked.page > 1) said.set('page', `${asked.page}`)
  return said.size > 0 ? `${PATH}?${said}` : PATH
}
