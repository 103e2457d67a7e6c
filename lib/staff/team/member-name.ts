import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** What a member of the team is called: their name, or their address without one; null for who has left. */
export async function memberName({ db }: Context, staffId: string): Promise<string | null> {
  const [member] = await db.select({ name: staff.name, email: staff.email }).from(staff).where(eq(staff.id, staffId))
  return member ? member.name || member.email : null
}
