import pg from 'pg'
import { type At, forPg } from './drivers'

/**
 * The job queue's own connections to a server. `lost` is told of each that fails, whether it is in use or idles: whoever
 * used it is told of that as well, and an event that nobody hears would end the process.
 */
export function queuePool(at: At, name: string, { max, lost }: { max?: number; lost(error: Error): void }): pg.Pool {
  const pool = new pg.Pool({ ...forPg(at, name), ...(max && { max }) })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}
