import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { HOUR, MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { setting } from '@/lib/settings/setting'

const phases = ['waiting', 'fetching', 'reading', 'done', 'failed', 'refused'] as const

/** How far a job is that staff wait for, or how it ended; `at` is when that was written down. */
export type JobState = z.infer<typeof stored>

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

/** Longer than any wait between two tries of a download; what only waits may stand behind other work for longer. */
const [SILENT_MS, WAITING_MS] = [6 * MINUTE, HOUR]
const EVERY_MS = 2 * SECOND

/** Whether the job is at work, or will be; one that has been silent for long has ended with its process. */
export function isUnderWay(one: JobState | null, now: Date): boolean {
  if (!one || !['waiting', 'fetching', 'reading'].includes(one.phase)) return false
  return now.getTime() - Date.parse(one.at) < (one.phase === 'waiting' ? WAITING_MS : SILENT_MS)
}

type Said = Omit<z.input<typeof stored>, 'at'>

/** How far one kind of job is, for a page that shows it. */
export type StatedJob = {
  /** What was last written down; null where the job never ran. */
  state(ctx: Context): Promise<JobState | null>
  keep(ctx: Context, said: Said): Promise<void>
  /** Says that it waits for the worker, unless it is under way already: of two who ask at once, one is given true. */
  begin(ctx: Context): Promise<boolean>
  /** Writes progress down every two seconds at most, without making the work wait; `settled` waits for what is being written. */
  progress(ctx: Context): { note(said: Said): void; settled(): Promise<void> }
}

/** The one that keeps its state under the setting `name`. */
export function statedJob(name: string): StatedJob {
  const kept = setting<JobState | null>(name, stored.nullable().catch(null), null)
  const stated = (ctx: Context, said: Said) => stored.parse({ ...said, at: ctx.now().toISOString() })
  const keep: StatedJob['keep'] = (ctx, said) => kept.keep(ctx, stated(ctx, said))
  return {
    state: (ctx) => kept.readNow(ctx),
    keep,
    async begin(ctx) {
      const waiting = stated(ctx, { phase: 'waiting', words: '' })
      return (await kept.change(ctx, (before) => (isUnderWay(before, ctx.now()) ? null : waiting))) !== null
    },
    progress(ctx) {
      let last = 0
      let writing = Promise.resolve()
      return {
        note(said) {
          const now = ctx.now().getTime()
          if (now - last < EVERY_MS) return
          last = now
          writing = writing
            .then(() => keep(ctx, said))
            .catch((error: unknown) => log.warn({ error, name }, 'How far a job is could not be written down'))
        },
        settled: () => writing,
      }
    },
  }
}
