import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import type { Env } from '@/lib/kernel/read-env'
import { DAY } from '@/lib/kernel/time/durations'
import { setting } from '@/lib/settings/setting'

/** Where a request came from that said of whom it was passed on: never an address. */
export const peerKinds = ['this-machine', 'private-network', 'internet'] as const
/** `unread`: its sender is believed, but does not say the visitor's address in the one header that is read. */
export type Unbelieved = { peer: (typeof peerKinds)[number]; unread: boolean }

const seen = z.partialRecord(
  z.enum(peerKinds),
  z.object({ at: z.coerce.date(), unread: z.boolean(), under: z.string() }),
)

const unbelievedSetting = setting('unbelieved_proxies', seen.catch({}), {})

/** Writes down that such a request came. There is one row, with as many entries as there are kinds of peers. */
export async function noteUnbelieved(ctx: Context, { peer, unread }: Unbelieved): Promise<void> {
  const entry = { at: ctx.now(), unread, under: presentSetting(ctx.env) }
  await unbelievedSetting.change(ctx, (before) => ({ ...before, [peer]: entry }))
}

/**
 * What was written down within a day, by any process, while TRUST_PROXY was set as it is for this one: what came before
 * it was changed tells nothing of how it is now.
 */
export async function unbelievedLately(ctx: Context): Promise<Unbelieved[]> {
  const lately = await unbelievedSetting.read(ctx)
  return peerKinds.flatMap((peer) => {
    const entry = lately[peer]
    const counts = entry && entry.under === presentSetting(ctx.env) && ctx.now().getTime() - entry.at.getTime() < DAY
    return counts ? [{ peer, unread: entry.unread }] : []
  })
}

/** TRUST_PROXY as it is set, so that one can be told from another without keeping the operator's networks. */
function presentSetting({ trustProxy }: Env): string {
  return createHash('sha256').update(JSON.stringify(trustProxy)).digest('hex').slice(0, 16)
}
