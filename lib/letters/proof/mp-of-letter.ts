import { findMp } from '@/lib/directory/find-mp'
import type { Mp } from '@/lib/directory/lookup'
import { whoSat } from '@/lib/directory/who-sat'
import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'

type Sent = Pick<OpenLetter, 'mpId' | 'constituencyCode' | 'endedAt'>

/**
 * Whom a letter went to, although somebody else may sit for the seat by now; of one that never went, who sat when it
 * ended; of one that has still to go, who sits now. Null where nobody does.
 */
export async function mpOfLetter(ctx: Context, { mpId, constituencyCode, endedAt }: Sent): Promise<Mp | null> {
  if (mpId) return findMp(ctx, mpId)
  return whoSat(ctx, constituencyCode, endedAt ?? ctx.now())
}
