import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { supporters } from '@/db/schema/index'
import { defineJob } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { sendMyDataLink } from '@/lib/messages/to-writer/my-data-link'

/** Sends whoever has asked for their data a link to them; where nothing is held of the address, nothing. */
export async function findMyData(ctx: Context, emailHash: string): Promise<void> {
  const [latest] = await ctx.db
    .select({ id: supporters.id })
    .from(supporters)
    .where(and(eq(supporters.emailHash, emailHash), isNull(supporters.erasedAt)))
    .orderBy(desc(supporters.createdAt))
    .limit(1)
  if (latest) await sendMyDataLink(ctx, latest.id)
}

/** Somebody has asked for their data: by a keyed hash, for known and unknown addresses alike. */
export const findMyDataJob = defineJob('find-my-data', z.object({ emailHash: z.string() }), (ctx, { emailHash }) =>
  findMyData(ctx, emailHash),
)
