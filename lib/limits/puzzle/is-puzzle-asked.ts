// State: one copy in a process.

import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { MINUTE } from '@/lib/kernel/time/durations'
import { setting } from '@/lib/settings/setting'

/** In how many minutes the letters of a burst come. */
export const BURST_MINUTES = 10
/** How much later the e-mail to confirm goes, without an answer to the puzzle. */
export const UNSOLVED_MINUTES = 10

export const puzzleTimes = ['never', 'burst', 'always'] as const
/** `most`: letters that nobody has confirmed yet within {@link BURST_MINUTES}; more of them are a burst. */
export type PuzzleSetting = { when: (typeof puzzleTimes)[number]; most: number }

const CACHED_MS = 2000
const puzzle = z.object({ when: z.enum(puzzleTimes), most: z.int().min(1) })
const USUAL: PuzzleSetting = { when: 'burst', most: 300 }

let cached: { isAsked: boolean; at: number } | undefined

/** When a puzzle is asked for, as an administrator has set it. */
export const puzzleSetting = setting('puzzle', puzzle.catch(USUAL), USUAL)

/** Whether a puzzle is asked for now, of whoever sends a letter: at most 2 seconds behind the database. */
export async function isPuzzleAsked(ctx: Context): Promise<boolean> {
  const at = ctx.now().getTime()
  if (cached && Math.abs(at - cached.at) < CACHED_MS) return cached.isAsked
  const { when, most } = await puzzleSetting.read(ctx)
  cached = { at, isAsked: when === 'always' || (when === 'burst' && (await isBurst(ctx, most))) }
  return cached.isAsked
}

/** Makes the next {@link isPuzzleAsked} look into the database. */
export function forgetPuzzle(): void {
  cached = undefined
}

/** Counts no further than it has to, in the index of what was not confirmed. */
async function isBurst({ db, now }: Context, most: number): Promise<boolean> {
  const since = new Date(now().getTime() - BURST_MINUTES * MINUTE)
  const [row] = await readRows(
    db,
    z.object({ count: z.number() }),
    sql`
    select count(*)::int as count from (
      select from ${supporters}
      where ${supporters.confirmedAt} is null and ${supporters.createdAt} > ${since.toISOString()}::timestamptz
      limit ${most + 1}
    ) as few`,
  )
  return (row?.count ?? 0) > most
}
