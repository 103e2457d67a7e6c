import { and, eq, isNull } from 'drizzle-orm'
import { senderBlocks } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { heldForBlocks, senderBlocksNow } from '@/lib/delivery/alerts/alert-rules'
import { releaseBlockedJob } from '@/lib/delivery/jobs'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** The domains whose servers will have nothing from our sender, and how many letters are held for that. */
export async function blockedDomains(ctx: Context) {
  assertAllowed(ctx, 'letters.see')
  const [domains, held] = await Promise.all([senderBlocksNow(ctx), heldForBlocks(ctx)])
  return { domains, held }
}

/**
 * Lets letters go to a domain again, whose servers would have nothing from our sender: those that were held for it go
 * on their way, by a job. Gives `false` where it is not blocked. Throws a `Refusal` where the actor may not.
 */
export function tryDomainAgain(ctx: Context, domain: string): Promise<boolean> {
  assertAllowed(ctx, 'letters.try-again')
  return inTransaction(ctx, async (inner) => {
    const [cleared] = await inner.db
      .update(senderBlocks)
      .set({ clearedAt: inner.now() })
      .where(and(eq(senderBlocks.domain, domain), isNull(senderBlocks.clearedAt)))
      .returning({ blockedAt: senderBlocks.blockedAt })
    if (!cleared) return false
    await recordAudit(inner, {
      verb: 'letters.try-again',
      subject: { kind: 'domain', id: domain },
      before: { blockedAt: cleared.blockedAt.toISOString() },
    })
    await enqueue(inner, releaseBlockedJob, {}, { key: 'release blocked' })
    return true
  })
}
