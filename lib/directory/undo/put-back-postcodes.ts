import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { postcodeReleases } from '@/db/schema/index'
import { judgePostcodes } from '@/lib/directory/guard/judge-postcodes'
import { inUse, type OpenRelease, openRelease } from '@/lib/directory/postcodes/releases'
import { notePostcodesChanged } from '@/lib/directory/postcodes/version'
import { seatNations } from '@/lib/directory/seat-names'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** The release that was in use before; null where none was. */
const kept = z.object({ release: z.int().nullable() })

/** Has the release that was in use before answer again, as {@link PutBack}. */
export async function putBackPostcodes(ctx: Context, stored: unknown, write: boolean) {
  const { release } = kept.parse(stored)
  const now = await openRelease(ctx)
  const before = release === null ? null : await openRelease(ctx, isKept(release))
  if (release !== null && !before) throw new ExpectedFailure('The release that was in use before is kept no longer.')
  if (write) {
    await ctx.db.update(postcodeReleases).set({ replacedAt: ctx.now() }).where(inUse)
    if (before)
      await ctx.db.update(postcodeReleases).set({ replacedAt: null }).where(eq(postcodeReleases.id, before.id))
    await notePostcodesChanged(ctx)
  }
  return { lines: await linesOf(ctx, now, before), back: { release: now?.id ?? null } satisfies z.infer<typeof kept> }
}

const isKept = (id: number) => and(eq(postcodeReleases.id, id), isNotNull(postcodeReleases.index))

async function linesOf(ctx: Context, now: OpenRelease | null, before: OpenRelease | null): Promise<string[]> {
  if (!before?.index) return ['No release is in use then: what is not in the snapshot is asked of the live sources.']
  const measure = now?.index ? { ...now, index: now.index } : null
  return judgePostcodes(measure, { ...before, index: before.index }, await seatNations(ctx)).lines
}
