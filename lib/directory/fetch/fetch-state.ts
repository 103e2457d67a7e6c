import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { HOUR, MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { setting } from '@/lib/settings/setting'

const phases = ['waiting', 'fetching', 'reading', 'done', 'failed', 'refused'] as const

/** How far the job is that fetches postcodes, or how it ended; `at` is when that was written down. */
export type FetchState = z.infer<typeof stored>

const stored = z.object({
  phase: z.enum(phases),
  at: z.string(),
  /** What became of it, in a sentence; while it is under way, the release that it is about. */
  words: z.string(),
  /** Bytes or hundredths; of how many where that is known. */
  done: z.number().default(0),
  total: z.number().nullable().default(null),
  /** The comparison of one that the guard has refused. */
  compared: z.array(z.string()).default([]),
})

const state = setting<FetchState | null>('postcodes_fetch', stored.nullable().catch(null), null)

/** Longer than any wait between two tries of a download; what only waits may stand behind other work for longer. */
const [SILENT_MS, WAITING_MS] = [6 * MINUTE, HOUR]
const EVERY_MS = 2 * SECOND

/** What was last written down; null where nothing was ever fetched by the job. */
export function fetchState(ctx: Context): Promise<FetchState | null> {
  return state.readNow(ctx)
}

/** Whether the job is at work, or will be; one that has been silent for long has ended with its process. */
export function isUnderWay(one: FetchState | null, now: Date): boolean {
  if (!one || !['waiting', 'fetching', 'reading'].includes(one.phase)) return false
  return now.getTime() - Date.parse(one.at) < (one.phase === 'waiting' ? WAITING_MS : SILENT_MS)
}

type Said = Omit<z.input<typeof stored>, 'at'>

export function keepFetchState(ctx: Context, said: Said): Promise<void> {
  return state.keep(ctx, stored.parse({ ...said, at: ctx.now().toISOString() }))
}

/** Writes progress down every two seconds at most, without making the work wait; `settled` waits for what is being written. */
export function progressKeeper(ctx: Context): { note(said: Said): void; settled(): Promise<void> } {
  let last = 0
  let writing = Promise.resolve()
  return {
    note(said) {
      const now = ctx.now().getTime()
      if (now - last < EVERY_MS) return
      last = now
      writing = writing
        .then(() => keepFetchState(ctx, said))
        .catch((error: unknown) => log.warn({ error }, 'How far the postcodes are could not be written down'))
    },
    settled: () => writing,
  }
}
