import { and, eq, not } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { mayUseLinks } from '@/lib/staff/sign-in/may-use-links'
import { hasFactor } from './has-factor'

/** The administrators whom a link by e-mail alone lets in, by their ids. */
export async function adminsWithoutFactor(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.role, 'admin'), mayUseLinks(ctx), not(hasFactor)))
  return rows.map(({ id }) => id)
}
