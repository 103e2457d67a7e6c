import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** How many people are on the team. */
export function countMembers({ db }: Context): Promise<number> {
  return db.$count(staff)
}
