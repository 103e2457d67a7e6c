import { and, eq, isNull } from 'drizzle-orm'
import { letters, supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'

/** A new link to the "check your e-mail" page of a submission that is stored already. */
export async function submissionLink(ctx: Context, submissionId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ letterId: letters.id })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(and(eq(supporters.submissionId, submissionId), isNull(letters.chases)))
  return row ? makeLink(ctx, 'sent', { letterId: row.letterId }, CONFIRM_LINK_DAYS) : null
}
