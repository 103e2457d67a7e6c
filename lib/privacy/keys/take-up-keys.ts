import { eq } from 'drizzle-orm'
import { dataKeys as keysThatSealed } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { dataKeys, keysFolder } from '@/lib/kernel/secrets/data-keys'
import { sealsAnything } from './count-keys'
import { type KeysFault, keysFault } from './keys-fault'

/**
 * Refuses to go on with keys that do not open what is stored, before anything is sealed under them; then writes down that
 * the newest of them seals from now on. Throws `ExpectedFailure`, one line.
 */
export async function takeUpKeys(ctx: Context): Promise<void> {
  let fault = await keysFault(ctx)
  if (fault && fault !== 'lookup-key') {
    for (const id of fault.missing) if (!(await sealsAnything(ctx, id))) await forgetKey(ctx, id)
    fault = await keysFault(ctx)
  }
  if (fault) throw new ExpectedFailure(`The data keys do not open what is stored: ${reasonOf(fault)}.`)
  await noteKeySeals(ctx, dataKeys()[0]?.id ?? '')
}

/** Writes down that values are sealed under this key from now on. */
export async function noteKeySeals({ db }: Context, id: string): Promise<void> {
  await db.insert(keysThatSealed).values({ id }).onConflictDoNothing()
}

/** A key under which nothing is sealed any more, and which was left out, is not asked for again. */
export async function forgetKey({ db }: Context, id: string): Promise<void> {
  await db.delete(keysThatSealed).where(eq(keysThatSealed.id, id))
}

function reasonOf(fault: KeysFault): string {
  const folder = keysFolder()
  const where = folder ? `${folder}/secrets.json` : 'DATA_KEYS'
  if (fault === 'lookup-key') return `the look-up key does not open under the keys of ${where}`
  const keys = fault.missing.length === 1 ? `key ${fault.missing[0]}` : `keys ${fault.missing.join(', ')}`
  return `it is sealed under ${keys}, and ${where} does not have ${fault.missing.length === 1 ? 'it' : 'them'}. Put back what was there before (npm run keys -- check tells more)`
}
