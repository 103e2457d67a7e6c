import postgres from 'postgres'
import { type At, forPostgres } from './server-address/drivers'

/**
 * The major version of the PostgreSQL there. Throws the driver's error when it does not answer, with the
 * code `CONNECT_TIMEOUT` after `seconds`.
 */
export async function serverVersion(at: At, seconds: number): Promise<number> {
  const sql = postgres({ ...forPostgres(at, 'dear-mp'), max: 1 })
  let timer: NodeJS.Timeout | undefined
  // The driver's own limit does not hold where another kind of server answers: it would try for ever.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('No answer in time.'), { code: 'CONNECT_TIMEOUT' })),
      seconds * 1000,
    )
  })
  try {
    const [server] = await Promise.race([sql`select current_setting('server_version_num')::int / 10000 as major`, late])
    return Number(server?.major)
  } finally {
    clearTimeout(timer)
    await sql.end({ timeout: 0 })
  }
}
