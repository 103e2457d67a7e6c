import { z } from 'zod'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { type ReplacedKind, replacedKinds } from '@/db/schema/index'
import { askToFetch } from '@/lib/directory/fetch/fetch-job'
import { setAddress } from '@/lib/directory/members/by-hand'
import { foldName } from '@/lib/directory/search/fold-name'
import { seatNames } from '@/lib/directory/seat-names'
import { confirmSync, discardSync } from '@/lib/directory/sync/decide-waiting-sync'
import { undoLast } from '@/lib/directory/undo/undo-last'
import type { Context } from '@/lib/kernel/context'
import { emailIn, isEmail } from '@/lib/kernel/email-address'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { rowId } from '@/lib/kernel/id'

const asked = z.union([
  z.object({ address: z.enum(['set', 'clear']), seat: z.string().min(1).max(100), email: z.string().max(320) }),
  z.object({ sync: rowId, answer: z.enum(['confirm', 'discard']) }),
  z.object({ fetch: z.enum(['release', 'confirm']), northernIreland: z.enum(['yes', '']) }),
  z.object({ undo: z.enum(replacedKinds) }),
])

/** Sets the address of an MP, confirms or discards the sync that waits, has the newest postcodes fetched, or goes back to what was in use before the last change. */
export const form = staffForm({
  verb: 'directory.confirm',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['sync', 'answer', 'undo', 'fetch', 'northernIreland', 'address', 'seat', 'email'])
    const faulty = (message: string) => again(typed, [{ field: 'syncs', message }])
    if (typed.address && !typed.seat) return again(typed, [{ field: 'seat', message: 'Type the constituency.' }])
    if (typed.address === 'set' && !isEmail(emailIn(typed.email))) {
      return again(typed, [{ field: 'email', message: 'Type one plain e-mail address, such as ann@parliament.uk.' }])
    }
    const parsed = asked.safeParse(typed)
    if (!parsed.success) return faulty('Confirm or discard: nothing was chosen.')
    try {
      return left(await done(ctx, parsed.data), typed)
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return 'address' in parsed.data
        ? again(typed, [{ field: 'seat', message: error.message }])
        : faulty(error.message)
    }
  },
})

export type Done = 'confirm' | 'discard' | 'fetch' | 'address' | ReplacedKind

async function done(ctx: Context, chosen: z.infer<typeof asked>): Promise<Done> {
  if ('address' in chosen) {
    const email = chosen.address === 'set' ? emailIn(chosen.email) : null
    await setAddress(ctx, await seatCode(ctx, chosen.seat), email)
    return 'address'
  }
  if ('undo' in chosen) return (await undoLast(ctx, chosen.undo)).kind
  if ('fetch' in chosen) {
    const confirm = chosen.fetch === 'confirm'
    await askToFetch(ctx, { northernIreland: confirm ? null : chosen.northernIreland === 'yes', confirm })
    return 'fetch'
  }
  if (chosen.answer === 'confirm') await confirmSync(ctx, chosen.sync)
  else await discardSync(ctx, chosen.sync)
  return chosen.answer
}

async function seatCode(ctx: Context, typed: string): Promise<string> {
  const sought = foldName(typed)
  for (const [code, name] of await seatNames(ctx))
    if (code === typed.trim().toUpperCase() || foldName(name) === sought) return code
  throw new ExpectedFailure('No constituency has this name or code.')
}
