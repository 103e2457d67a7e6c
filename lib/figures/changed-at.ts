import { figureState } from '@/db/schema'
import type { Context } from '../kernel/context'

/** When a figure last moved; null before the first roll-up. */
export async function figuresChangedAt({ db }: Context): Promise<Date | null> {
  const [state] = await db.select({ at: figureState.changedAt }).from(figureState)
  return state?.at ?? null
}
