import type { ConnectionOptions } from 'node:tls'
import type { PoolConfig } from 'pg'
import type postgres from 'postgres'
import { readServerAddress, type ServerAddress } from './read'

/** A server by its address, read or as it is written. */
export type At = string | ServerAddress

/** Less than a person waits for a page: a machine that is gone does not even refuse. */
const CONNECT_SECONDS = 5
const KEEP_ALIVE_MS = 10_000

/**
 * When the server itself forgets who has fallen silent, and frees the locks that they held: a machine that is gone after
 * a minute, a transaction that nobody goes on with after five. The first in milliseconds, the others in seconds.
 */
const FORGOTTEN = {
  idle_in_transaction_session_timeout: 300_000,
  tcp_keepalives_idle: 30,
  tcp_keepalives_interval: 10,
  tcp_keepalives_count: 3,
}

/** Its compiler takes longer than what it would make quicker. */
const UNCOMPILED = { jit: 'off' }

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
    connect_timeout: CONNECT_SECONDS,
    connection: {
      application_name: name,
      ...(options && { options }),
      ...(address.isServer && { ...FORGOTTEN, ...UNCOMPILED }),
    },
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
    // No limit to the wait for a connection: the queue would end the process by a promise that it hears no end of.
    ...(address.isServer && {
      idle_in_transaction_session_timeout: FORGOTTEN.idle_in_transaction_session_timeout,
    }),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
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
