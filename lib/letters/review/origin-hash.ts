import { and, isNotNull, lte } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { inBatches, someOf } from '@/lib/kernel/in-batches'
import { derivedKey, keyedHash } from '@/lib/kernel/secrets/crypto'
import { DAY } from '@/lib/kernel/time/durations'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { registeredDomain } from './mail-domains'

/** Days after which nobody can tell any more which letters came from one network. */
export const NETWORK_KEPT_DAYS = 7

/**
 * What is kept of where a letter came from: keyed hashes, of the network (an IPv4 /24 or an IPv6 /48), under a key that
 * changes daily, and of the domain of its writer's e-mail. Empty or unknown networks are `null`.
 */
export async function originOf(ctx: Context, { network, email }: { network: string; email: string }) {
  const day = ctx.now().toISOString().slice(0, 10)
  return {
    networkHash: network === '' ? null : keyedHash(derivedKey(`networks ${day}`), network),
    mailDomainHash: await mailDomainHash(ctx, registeredDomain(email)),
  }
}

/** The keyed hash of a registered mail domain. */
export function mailDomainHash(ctx: Context, domain: string): Promise<string> {
  return lookupHash(ctx, `mail domain ${domain}`)
}

/** Forgets, in batches, which letters came from one network, some days after they were submitted; `tell` hears of each. */
export function forgetNetworks(ctx: Context, tell?: (rows: number) => Promise<void>): Promise<number> {
  const before = new Date(ctx.now().getTime() - NETWORK_KEPT_DAYS * DAY)
  const old = and(isNotNull(letters.networkHash), lte(letters.createdAt, before))
  return inBatches(
    ctx,
    async ({ db }) => (await db.update(letters).set({ networkHash: null }).where(someOf(letters, old))).count,
    tell,
  )
}
