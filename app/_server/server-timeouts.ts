import { MINUTE } from '@/lib/kernel/time/durations'

/** How long the server waits for a request, in milliseconds; Node answers 408 to one that takes longer. */
export const patience = {
  /** A line and headers are a few kilobytes: who sends them for longer holds the connection, and nothing else. */
  headersTimeout: 20_000,
  /** For the whole of a request: a letter of 30 kB over a line of 2 kbit/s, a picture of 5 MB over one of 350. */
  requestTimeout: 120_000,
  /** How often Node looks for those that are late. */
  connectionsCheckingInterval: 5_000,
  // Longer than a proxy or a program in front keeps a connection: else it sends into one that is just closing.
  keepAliveTimeout: 65_000,
}

/** Without a byte either way for so long, in milliseconds, a connection is ended: its reader has stopped reading. */
export const IDLE_MS = 3 * MINUTE

/** Each takes some 20 kB: so many that only wait must not fill a small server's memory. Node drops those beyond. */
export const MOST_CONNECTIONS = 4_000
