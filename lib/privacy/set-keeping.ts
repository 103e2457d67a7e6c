import { type Context, inTransaction } from '@/lib/kernel/context'
import { keepingSetting, type Periods, promisesOf, shortenable } from '@/lib/settings/keeping-periods'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/**
 * Promises other periods from now on: `/privacy` shows them at once. What is stored already is kept no longer than
 * was promised when it came. Throws a `Refusal` where the actor may not.
 */
export function setKeeping(ctx: Context, periods: Periods): Promise<void> {
  assertAllowed(ctx, 'settings.set')
  return inTransaction(ctx, async (inner) => {
    const changed = await keepingSetting.change(
      inner,
      (changes) => {
        const before = promisesOf(changes).at(-1)
        const isSame = before && shortenable.every((name) => before[name] === periods[name])
        return isSame ? null : [...changes, { ...periods, since: inner.now() }]
      },
      {
        verb: 'settings.set',
        before: (changes) => {
          const { since: _, until: __, ...before } = promisesOf(changes).at(-1) ?? { since: null, until: null }
          return before
        },
        after: periods,
      },
    )
    // Pages say how long, too.
    if (changed) await tellChanged(inner)
  })
}
