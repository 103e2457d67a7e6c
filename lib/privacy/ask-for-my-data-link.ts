import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { supporters } from '@/db/schema/index'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { withJitter } from '@/lib/jobs/jitter'
import type { Context } from '@/lib/kernel/context'
import { sendMyDataLink } from '@/lib/messages/to-writer/my-data-link'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'

/**
 * Has the owner of this e-mail sent a link to their data, if there are any. The same is done for every address, known
 * or not, so that nobody can tell by how long it takes: the job finds out whose it is, once the answer has gone.
 */
export async function askForMyDataLink(ctx: Context, email: string): Promise<void> {
  const emailHash = await lookupHash(ctx, canonicalEmail(email))
  await enqueue(ctx, findMyDataJob, { emailHash }, { key: `my data ${emailHash}`, runAt: withJitter(ctx.now()) })
}

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
