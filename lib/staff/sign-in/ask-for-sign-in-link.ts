import { enqueue } from '@/lib/jobs/enqueue'
import { withJitter } from '@/lib/jobs/jitter'
import type { Context } from '@/lib/kernel/context'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { findToSignInJob } from '@/lib/staff/jobs'

/**
 * Has a way in mailed to a member of the team. The same is done for every address, so that nobody can tell by how long
 * it takes who is on the team: the job finds out, once the answer has gone. What it carries is a keyed hash, and no address.
 * `to`: the page that they meant, where the link leads on to.
 */
export async function askForSignInLink(ctx: Context, email: string, to = ''): Promise<void> {
  const emailHash = await lookupHash(ctx, email)
  await enqueue(ctx, findToSignInJob, { emailHash, to }, { runAt: withJitter(ctx.now()) })
}
