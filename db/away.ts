/** The database did not answer in time. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
  readonly code = 'DATABASE_AWAY'
  constructor() {
    super('The database did not answer in time.')
  }
}

/** What drivers, sockets and servers say where there is no server to speak of: PostgreSQL's manual, "Error Codes". */
const AWAY =
  /^(CONNECTION_|CONNECT_TIMEOUT$|DATABASE_AWAY$|ECONN|EPIPE$|ETIMEDOUT$|E(HOST|NET)UNREACH$|EAI_AGAIN$|ENOTFOUND$|08|57P0|53300$|25006$)/

/** Whether a failure of a statement, or what it comes from, is that the database is not there for now. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && AWAY.test(String(error.code))) || isDatabaseAway(error.cause)
}
