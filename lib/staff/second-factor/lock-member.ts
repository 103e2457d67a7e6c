import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Takes a member's row for the caller's transaction: of two changes of their second factors, the later finds what the first has done. */
export async function lockMember({ db }: Context, staffId: string): Promise<void> {
  await db.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).for('update')
}
