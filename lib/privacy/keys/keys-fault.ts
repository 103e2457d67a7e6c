import { dataKeys } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { Unsealable } from '@/lib/kernel/secrets/crypto'
import { dataKeyOf } from '@/lib/kernel/secrets/data-keys'
import { tryLookupKey } from '@/lib/settings/lookup-hash'

/** Why the keys of this process do not open all that is stored: those it lacks, or the look-up key that does not open. */
export type KeysFault = { missing: string[] } | 'lookup-key'

/** `null` where they do. It asks which keys have sealed, not each value: two small statements. */
export async function keysFault(ctx: Context): Promise<KeysFault | null> {
  const [sealed, fault] = await Promise.all([
    ctx.db.select({ id: dataKeys.id }).from(dataKeys).orderBy(dataKeys.since),
    lookupKeyFault(ctx),
  ])
  const missing = sealed.map(({ id }) => id).filter((id) => !dataKeyOf(id))
  return missing.length > 0 ? { missing } : fault
}

async function lookupKeyFault(ctx: Context): Promise<'lookup-key' | null> {
  try {
    await tryLookupKey(ctx)
    return null
  } catch (error) {
    // A database that does not answer says nothing about keys.
    if (error instanceof Unsealable) return 'lookup-key'
    throw error
  }
}
