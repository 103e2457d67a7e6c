// State: one copy in a process.
import { sql } from 'drizzle-orm'
import { stepCounts } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

export type StepAct = 'shown' | 'pressed'

const counts = new Map<string, number>()

/** Counts steps of a campaign's text as shown or pressed: numbers in memory, and nothing about whom. */
export function countSteps(act: StepAct, campaignId: string, steps: readonly { id: string }[]): void {
  for (const { id } of steps) {
    const key = JSON.stringify([campaignId, id, act])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
}

/** Adds what was counted since the last time to the figures; where that fails it is counted still. One at a time. */
export async function keepStepCounts(ctx: Context): Promise<void> {
  const counted = [...counts]
  if (counted.length === 0) return
  const rows = new Map<string, { campaignId: string; step: string; shown: number; pressed: number }>()
  for (const [key, amount] of counted) {
    const [campaignId, step, act]: [string, string, StepAct] = JSON.parse(key)
    const at = `${campaignId} ${step}`
    const row = rows.get(at) ?? { campaignId, step, shown: 0, pressed: 0 }
    rows.set(at, { ...row, [act]: amount })
  }
  const hour = sql`date_trunc('hour', ${ctx.now().toISOString()}::timestamptz)`
  await ctx.db
    .insert(stepCounts)
    .values([...rows.values()].map((row) => ({ ...row, hour })))
    .onConflictDoUpdate({
      target: [stepCounts.campaignId, stepCounts.step, stepCounts.hour],
      set: {
        shown: sql`${stepCounts.shown} + excluded.shown`,
        pressed: sql`${stepCounts.pressed} + excluded.pressed`,
      },
    })
  for (const [key, amount] of counted) {
    const left = (counts.get(key) ?? 0) - amount
    if (left > 0) counts.set(key, left)
    else counts.delete(key)
  }
}
