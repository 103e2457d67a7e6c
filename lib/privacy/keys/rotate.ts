import { sql } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import type { DataKey } from '@/lib/kernel/env-fields'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { dataKeyOf, dataKeys, keysFolder } from '@/lib/kernel/secrets/data-keys'
import { keepKeys, storedKeys } from '@/lib/kernel/secrets/stored-secrets'
import { forgetKey, noteKeySeals } from './take-up-keys'

/** The keys with a new one in front of them. Throws `ExpectedFailure` where it is among them. */
export function withNewKey(key: DataKey, keys: readonly DataKey[]): DataKey[] {
  if (keys.some(({ id }) => id === key.id)) throw new ExpectedFailure(`Key ${key.id} is in the list already.`)
  return [key, ...keys]
}

/**
 * Puts a new key in front of those that the installation keeps itself. What is sealed from then on, by any process that
 * reads the file again, is sealed under it; what was sealed before still opens under the others.
 */
export function rotateKept(ctx: Context, key: DataKey): Promise<void> {
  return changeKept(ctx, async (inner, keys) => {
    const rotated = withNewKey(key, keys)
    await noteKeySeals(inner, key.id)
    await recordAudit(inner, { verb: 'keys.rotate', subject: { kind: 'key', id: key.id } })
    return rotated
  })
}

/** Takes a key out of those that the installation keeps itself. Of what is sealed under it nothing may be left. */
export function dropKept(ctx: Context, id: string): Promise<void> {
  return changeKept(ctx, async (inner, keys) => {
    await recordAudit(inner, { verb: 'keys.drop', subject: { kind: 'key', id } })
    // Running processes take this up too: none may miss the key from then on.
    await forgetKey(inner, id)
    return keys.filter((key) => key.id !== id)
  })
}

/** One change after the other: none may be lost to another that read the file at the same time. */
function changeKept(ctx: Context, change: (ctx: Context, keys: DataKey[]) => Promise<DataKey[]>): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('kept data keys'))`)
    const folder = keysFolder()
    const keys = folder && storedKeys(folder)
    if (!folder || !keys) throw new ExpectedFailure(`${folder}/secrets.json cannot be read: nothing was changed.`)
    keepKeys(folder, await change(inner, keys))
  })
}

/** Throws `ExpectedFailure` where a key may not be left out: it seals what is new, or is none of ours. */
export function assertMayBeDropped(id: string): void {
  if (!dataKeyOf(id)) throw new ExpectedFailure(`There is no key ${id} in the list.`)
  if (dataKeys()[0]?.id === id) throw new ExpectedFailure(`Key ${id} is the newest: it seals what is new.`)
}
