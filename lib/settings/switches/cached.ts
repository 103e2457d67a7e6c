// State: one copy in a process.
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { switchedOff } from './read'
import type { SwitchName } from './switches'

const HELD_MS = 2000

let cached: { off: readonly SwitchName[]; asked: number } | undefined

/**
 * Whether something is switched off, at most 2 seconds behind the database: for what every visitor asks. While the
 * database does not answer, what was known last counts.
 */
export async function isOffCached(ctx: Context, name: SwitchName): Promise<boolean> {
  const held = cached
  if (held && performance.now() - held.asked < HELD_MS) return held.off.includes(name)
  // Whoever comes while it is asked is answered from what is known.
  cached = { off: held?.off ?? [], asked: performance.now() }
  try {
    const off = (await switchedOff(ctx)).map((one) => one.name)
    cached = { off, asked: performance.now() }
    return off.includes(name)
  } catch (error) {
    log.error({ err: error }, 'The switches could not be read')
    return held?.off.includes(name) ?? false
  }
}

/** Makes the next {@link isOffCached} look into the database. */
export function forgetSwitches(): void {
  cached = undefined
}
