import type { ConnectionOptions } from 'node:tls'
import type { PoolConfig } from 'pg'
import type postgres from 'postgres'
import { readServerAddress, type ServerAddress } from './read'

/** A server by its address, read or as it is written. */
export type At = string | ServerAddress

type PostgresOptions = postgres.Options<Record<string, postgres.PostgresType>>

/** What the pages' driver is told of a server. `name`: what the server's own list of connections calls them. */
export function forPostgres(at: At, name: string): PostgresOptions {
  const { host, port, user, password, database, options, ...address } = readAt(at)
  return {
    host,
    port,
    user,
    password,
    database,
    ssl: tlsOf(address),
    onnotice: () => {},
    connection: { application_name: name, ...(options && { options }) },
  }
}

/** What the job queue's driver is told of the same. */
export function forPg(at: At, name: string): PoolConfig {
  const { host, port, user, password, database, options, ...address } = readAt(at)
  return {
    host,
    port,
    user,
    password,
    database,
    ssl: tlsOf(address),
    application_name: name,
    ...(options && { options }),
  }
}

function readAt(at: At): ServerAddress {
  return typeof at === 'string' ? readServerAddress(at) : at
}

/** `prefer` has been found out by now; where nobody has asked, as of the embedded server, there is none. */
function tlsOf({ tls }: Pick<ServerAddress, 'tls'>): ConnectionOptions | false {
  return tls === null || tls === 'prefer' ? false : tls
}
