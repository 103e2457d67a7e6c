import { listedSeats } from '@/lib/directory/every-seat/listed-seats'
import type { Context } from '@/lib/kernel/context'
import { BYTE_ORDER_MARK, csvLines } from '@/lib/kernel/csv'

const COLUMNS = ['code', 'constituency', 'member_id', 'member', 'party', 'email']

/** Every seat with its MP as a CSV, which an import of members reads again. Throws a `Refusal` where the actor may not see it. */
export async function exportMembers(ctx: Context): Promise<string> {
  const seats = await listedSeats(ctx)
  return (
    BYTE_ORDER_MARK +
    csvLines([
      COLUMNS,
      ...seats.map(({ code, name, mp }) => [
        code,
        name,
        mp?.memberId ?? '',
        mp?.name ?? '',
        mp?.party ?? '',
        mp?.email ?? '',
      ]),
    ])
  )
}
