import { inArray } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import { releaseHeldJob } from '@/lib/directory/jobs'
import { type MembersBefore, membersBefore, originBefore } from '@/lib/directory/members/before'
import { mpsAsTheyAre, putBackMps } from '@/lib/directory/members/correct-mps'
import { membersOriginOf, noteMembers } from '@/lib/directory/members/source'
import { noteSeatChanges } from '@/lib/directory/seat-history/note-changes'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'

/**
 * Has those sit again, as they were, whom the last change ended or corrected, and ends whom it let sit, as
 * {@link PutBack}. Letters that wait are looked at again.
 */
export async function putBackMembers(ctx: Context, stored: unknown, write: boolean, since: Date) {
  const { source, asOf, begun, ended, corrected } = membersBefore.parse(stored)
  const back: MembersBefore = {
    ...originBefore(await membersOriginOf(ctx)),
    begun: ended,
    ended: begun,
    corrected: await mpsAsTheyAre(
      ctx,
      corrected.map(({ id }) => id),
    ),
  }
  if (write) {
    if (begun.length > 0) await ctx.db.update(mps).set({ until: ctx.now() }).where(inArray(mps.id, begun))
    if (ended.length > 0) await ctx.db.update(mps).set({ until: null }).where(inArray(mps.id, ended))
    await putBackMps(ctx, corrected, since)
    await noteSeatChanges(ctx, 'undo', { came: ended, left: begun, before: back.corrected })
    if (source) await noteMembers(ctx, { source, asOf })
    await enqueue(ctx, releaseHeldJob, {}, { key: 'release-held' })
  }
  const lines = [
    `${counted(ended.length, 'MP')} who sat before sit again, ${counted(begun.length, 'MP')} who came in sit no more, ` +
      `and ${counted(corrected.length, 'MP')} ${corrected.length === 1 ? 'has' : 'have'} the name, party and e-mail of before.`,
  ]
  return { lines, back }
}
