import { figureState } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** When a figure last moved; null before the first roll-up. */
export async function figuresChangedAt({ db }: Context): Promise<Date | null> {
  const [state] = await db.select({ at: figureState.changedAt }).from(figureState)
  return state?.at ?? null
}
