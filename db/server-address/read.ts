import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { type ConnectionOptions, checkServerIdentity } from 'node:tls'

/** Where a PostgreSQL is and how it is spoken to, read once from its address: every driver is handed the same. */
export type ServerAddress = {
  /** A name, an IP address, or the folder of a socket. */
  host: string
  port: number
  user: string
  password: string
  database: string
  /** `prefer`: with TLS where the server offers it, and whoever it is. `null`: without. */
  tls: ConnectionOptions | 'prefer' | null
  /** What the server is told as a session begins (libpq's `options`). */
  options: string | null
  /** Whether the server itself is known to stand there: a pooler refuses settings of a session as that begins. */
  isServer: boolean
  /** Connections of a pool, where the address says so. */
  pool: number | null
  /** Whether the address itself says that a pooler stands in front. */
  pooled: boolean
  /** What the address says that means nothing here: names alone. */
  unused: string[]
}

const TCP_PORT = 5432
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
type Mode = (typeof MODES)[number]
/** What other drivers call them. */
const OTHER_NAMES: Record<string, Mode> = {
  'no-verify': 'require',
  true: 'require',
  1: 'require',
  false: 'disable',
  0: 'disable',
}
/** What hosts of databases add for libpq and for other programs, and what holds here anyway. */
const OF_NO_CONCERN = new Set([
  'application_name',
  'channel_binding',
  'connect_timeout',
  'gssencmode',
  'keepalives',
  'keepalives_count',
  'keepalives_idle',
  'keepalives_interval',
  'pool_timeout',
  'prepared_statements',
  'socket_timeout',
  'sslaccept',
  'sslcompression',
  'sslcrl',
  'sslnegotiation',
  'sslsni',
  'statement_cache_size',
  'target_session_attrs',
  'tcp_user_timeout',
  'uselibpqcompat',
])

/**
 * Reads the address of a PostgreSQL, with libpq's meaning of `sslmode` (PostgreSQL's manual, "SSL Support"). `ca`: the
 * certificate authority as text; where there is one, `require` and less compare with it, as libpq's `require` does.
 * Throws an error whose message, a few words that hold no password, completes "DATABASE_URL …".
 */
export function readServerAddress(written: string, ca: string | null = null): ServerAddress {
  const url = new URL(written)
  const said = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]))
  const take = (name: string) => {
    const value = said.get(name)
    said.delete(name)
    return value || undefined
  }
  const host = take('host') ?? decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1')
  if (host.includes(',')) throw new Error('names several servers: give the address of what stands in front of them')
  const user = take('user') ?? (decodeURIComponent(url.username) || userInfo().username)
  const port = Number(take('port') ?? (url.port || TCP_PORT))
  const schema = take('schema')
  if (schema !== undefined && schema !== 'public')
    throw new Error('names another schema than public, where all tables lie')
  const tls = readTls(take, host, ca)
  const limit = take('connection_limit')
  const address: ServerAddress = {
    host: host || 'localhost',
    port,
    user,
    password: take('password') ?? decodeURIComponent(url.password),
    database: take('dbname') ?? (decodeURIComponent(url.pathname.slice(1)) || user),
    tls: host.startsWith('/') ? null : tls,
    options: take('options') ?? null,
    pool: limit && /^[1-9]\d{0,2}$/.test(limit) ? Number(limit) : null,
    isServer: false,
    pooled: take('pgbouncer') === 'true',
    unused: [],
  }
  return { ...address, unused: [...said.keys()].filter((name) => !OF_NO_CONCERN.has(name)) }
}

type Take = (name: string) => string | undefined

function readTls(take: Take, host: string, given: string | null): ServerAddress['tls'] {
  const [sslmode, ssl] = [take('sslmode'), take('ssl')]
  const root = take('sslrootcert')
  const [cert, key, passphrase] = [take('sslcert'), take('sslkey'), take('sslpassword')]
  const ca = given ?? (root && root !== 'system' ? read(root, 'sslrootcert') : null)
  const mode = readMode(sslmode ?? ssl ?? (root === 'system' ? 'verify-full' : 'prefer'))
  if (mode === 'disable') return null
  if ((mode === 'prefer' || mode === 'allow') && ca === null) return 'prefer'
  return {
    ...(ca !== null && { ca }),
    ...(cert && { cert: read(cert, 'sslcert') }),
    ...(key && { key: read(key, 'sslkey') }),
    ...(passphrase && { passphrase }),
    ...checks(mode, host, ca !== null),
  }
}

/** Whether the server's certificate must be signed by an authority, and be for the host that is called. */
function checks(mode: Mode, host: string, hasAuthority: boolean): ConnectionOptions {
  // Said with the host, as Node itself compares with "localhost" where that is an IP address.
  if (mode === 'verify-full')
    return { rejectUnauthorized: true, checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate) }
  if (mode === 'verify-ca' || hasAuthority) return { rejectUnauthorized: true, checkServerIdentity: () => undefined }
  return { rejectUnauthorized: false }
}

function readMode(written: string): Mode {
  const mode = MODES.find((each) => each === written.toLowerCase()) ?? OTHER_NAMES[written.toLowerCase()]
  if (!mode) throw new Error(`has an sslmode that there is not: it is one of ${MODES.join(', ')}`)
  return mode
}

function read(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`has an ${name} that cannot be read`)
  }
}
