import { type SQL, sql } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import { ADDRESS_MS } from './address-awaited'

/** In a statement: whether the e-mail address that an MP, in their row of `mps`, lacks is still waited for. */
export function isAddressAwaited(now: Date): SQL {
  const since = new Date(now.getTime() - ADDRESS_MS).toISOString()
  // The greater of a moment and null is the moment.
  return sql`greatest(${mps.since}, ${mps.addressGoneAt}) > ${since}::timestamptz`
}
