import { connect, type Database } from '@/db/client'
import { env } from '@/lib/kernel/env'

/** Opens this process's pool on the database at `url`, as large and as forgetful as the settings say. */
export function connectPool(url: string): Database {
  const { databasePool, databasePrepared } = env()
  return connect(url, { prepared: databasePrepared, ...(databasePool && { max: databasePool }) })
}
