import { enqueue } from '@/lib/jobs/enqueue'
import { withJitter } from '@/lib/jobs/jitter'
import type { Context } from '@/lib/kernel/context'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import { findMyDataJob } from './find-my-data'

/**
 * Has the owner of this e-mail sent a link to their data, if there are any. The same is done for every address, known
 * or not, so that nobody can tell by how long it takes: the job finds out whose it is, once the answer has gone.
 */
export async function askForMyDataLink(ctx: Context, email: string): Promise<void> {
  const emailHash = await lookupHash(ctx, canonicalEmail(email))
  await enqueue(ctx, findMyDataJob, { emailHash }, { key: `my data ${emailHash}`, runAt: withJitter(ctx.now()) })
}
