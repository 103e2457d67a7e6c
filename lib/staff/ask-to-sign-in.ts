import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { enqueue } from '../jobs/enqueue'
import type { Context } from '../kernel/context'

/** Has a way in mailed to a member of the team. For any other address nothing happens: the caller cannot tell. */
export async function askToSignIn(ctx: Context, email: string): Promise<void> {
  const [member] = await ctx.db.select({ id: staff.id }).from(staff).where(eq(staff.email, email))
  if (member) await enqueue(ctx, 'send-sign-in-link', { staffId: member.id, invited: false })
}
