import { connect, type Database } from '@/db/client'
import { env } from '@/lib/kernel/env'
import type { Prepared } from './prepare-database'

/** Opens this process's pool on a database, as large and as forgetful as the settings and what stands in front say. */
export function connectPool({ at, direct, pooled }: Prepared): Database {
  const { databasePool, databasePrepared } = env()
  const max = databasePool ?? (typeof at === 'string' ? null : at.pool)
  return connect(at, { direct, prepared: databasePrepared && !pooled, ...(max && { max }) })
}
