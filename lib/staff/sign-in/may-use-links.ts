import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Whether somebody is the administrator whom links by e-mail are always for, and whose role no claim changes. */
export function isBreakGlass({ env }: Pick<Context, 'env'>, { email, role }: { email: string; role: string }): boolean {
  return role === 'admin' && email === env.staffAdminEmail?.toLowerCase()
}

/**
 * Which rows of the team may sign in by a link that is mailed, in a statement: everybody, unless the organisation's own
 * sign-in is the only way, or gives them their role; and always the administrator of `STAFF_ADMIN_EMAIL`.
 */
export function mayUseLinks({ env }: Pick<Context, 'env'>): SQL | undefined {
  if (!env.oidc) return sql`true`
  const breakGlass = and(eq(staff.email, env.staffAdminEmail?.toLowerCase() ?? ''), eq(staff.role, 'admin'))
  if (env.emailLinks === 'break-glass') return breakGlass
  return env.oidc.roleClaim === null ? sql`true` : or(breakGlass, isNull(staff.roleClaimedAt))
}

/** Whether a member of the team may sign in by a link that is mailed. */
export async function signsInByLink(ctx: Context, id: string): Promise<boolean> {
  const [found] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, id), mayUseLinks(ctx)))
  return found !== undefined
}
