import { and, desc, eq, isNull } from 'drizzle-orm'
import { supporters } from '@/db/schema'
import { enqueue } from '../jobs/enqueue'
import type { Context } from '../kernel/context'
import { lookupHash } from '../kernel/lookup-hash'
import { canonicalEmail } from '../supporters/identity'

/** Sends the owner of this e-mail a link to their data, if there are any: the caller cannot tell. */
export async function askForMyData(ctx: Context, email: string): Promise<void> {
  const emailHash = await lookupHash(ctx, canonicalEmail(email))
  const [latest] = await ctx.db
    .select({ id: supporters.id })
    .from(supporters)
    .where(and(eq(supporters.emailHash, emailHash), isNull(supporters.erasedAt)))
    .orderBy(desc(supporters.createdAt))
    .limit(1)
  if (latest) await enqueue(ctx, 'send-my-data-link', { supporterId: latest.id }, { key: `my data ${latest.id}` })
}
