import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/e2e/fixtures/product'

/** Servers refuse to run as root. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const PROGRAMS = '/usr/lib/postgresql/15/bin'
const PASSWORD = 'a-password'
/** How long a leader that says nothing keeps its office; Patroni allows no less. Seconds. */
const OFFICE_SECONDS = 20
const START_MS = 90_000

type Node = { name: string; port: number; api: number; child: ChildProcess }
export type Cluster = {
  /** One address, which leads to the server that takes writes. */
  address: string
  /** Sends the server that takes writes, and what would start it again, a signal that it cannot answer; gives its name. */
  endPrimary(signal: 'SIGKILL' | 'SIGSTOP'): Promise<string>
  stop(): Promise<void>
}

/**
 * Two PostgreSQL servers, of which the second confirms each commit and takes over: Patroni and etcd, with HAProxy in front,
 * all as Debian has them. On Linux, with patroni, etcd-server, haproxy and postgresql-15.
 */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'dear-mp-cluster-'))
  own(folder)
  const running: ChildProcess[] = []
  const run = (name: string, program: string, ...given: string[]) => {
    const log = openSync(join(folder, `${name}.log`), 'a')
    const child = spawn(program, given, { ...NOBODY, cwd: folder, detached: true, stdio: ['ignore', log, log] })
    running.push(child)
    return child
  }
  const [etcd, peer, front] = [await freePort(), await freePort(), await freePort()]
  const local = (port: number) => `http://127.0.0.1:${port}`
  run(
    'etcd',
    'etcd',
    ...['--data-dir', join(folder, 'etcd'), '--listen-client-urls', local(etcd)],
    ...['--advertise-client-urls', local(etcd), '--listen-peer-urls', local(peer)],
    ...['--initial-advertise-peer-urls', local(peer), '--initial-cluster', `default=${local(peer)}`],
  )
  const nodes: Node[] = []
  for (const name of ['one', 'two']) {
    const [port, api] = [await freePort(), await freePort()]
    const file = join(folder, `${name}.yml`)
    writeFileSync(file, patroni({ name, port, api, etcd, folder: join(folder, name) }))
    own(join(folder, name))
    nodes.push({ name, port, api, child: run(name, 'patroni', file) })
    await until(async () => (await roleOf(api)) !== null, `${name} does not start: see ${folder}`)
  }
  await until(
    async () => (await Promise.all(nodes.map(({ api }) => roleOf(api)))).includes('sync'),
    'no standby confirms',
  )
  const file = join(folder, 'haproxy.cfg')
  writeFileSync(file, haproxy(front, nodes))
  run('haproxy', 'haproxy', '-f', file)
  const primary = async () => {
    for (const node of nodes) if ((await roleOf(node.api)) === 'primary') return node
    throw new Error('No server takes writes.')
  }
  const { port } = await primary()
  execFileSync(
    join(PROGRAMS, 'psql'),
    ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-c', 'create database dear_mp'],
    {
      env: { ...process.env, PGPASSWORD: PASSWORD },
      stdio: 'ignore',
    },
  )
  await sleep(3000)
  return {
    address: `postgres://postgres:${PASSWORD}@127.0.0.1:${front}/dear_mp?sslmode=disable`,
    async endPrimary(signal) {
      const { name, child } = await primary()
      for (const pid of [...treeOf(child.pid), ...serversIn(join(folder, name))]) send(pid, signal)
      return name
    },
    async stop() {
      for (const child of running.toReversed()) for (const pid of treeOf(child.pid)) send(pid, 'SIGKILL')
      for (const { name } of nodes) for (const pid of serversIn(join(folder, name))) send(pid, 'SIGKILL')
      await sleep(1000)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

async function roleOf(api: number): Promise<'primary' | 'sync' | 'other' | null> {
  const says = async (what: string) => {
    const answer = await fetch(`http://127.0.0.1:${api}/${what}`).catch(() => null)
    await answer?.body?.cancel()
    return answer?.status ?? null
  }
  if ((await says('health')) !== 200) return null
  if ((await says('primary')) === 200) return 'primary'
  return (await says('synchronous')) === 200 ? 'sync' : 'other'
}

async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const deadline = Date.now() + START_MS; !(await isSo()); await sleep(500))
    if (Date.now() > deadline) throw new Error(otherwise)
}

type Written = { name: string; port: number; api: number; etcd: number; folder: string }

function patroni({ name, port, api, etcd, folder }: Written): string {
  return `scope: dear-mp
name: ${name}
restapi: { listen: "127.0.0.1:${api}", connect_address: "127.0.0.1:${api}" }
etcd3: { host: "127.0.0.1:${etcd}" }
bootstrap:
  dcs:
    ttl: ${OFFICE_SECONDS}
    loop_wait: 3
    retry_timeout: 3
    synchronous_mode: true
    postgresql:
      use_pg_rewind: false
      parameters: { max_connections: 120 }
  initdb: [{ encoding: UTF8 }, { locale: C }]
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication standby 127.0.0.1/32 scram-sha-256
postgresql:
  listen: "127.0.0.1:${port}"
  connect_address: "127.0.0.1:${port}"
  data_dir: ${folder}/data
  bin_dir: ${PROGRAMS}
  pgpass: ${folder}/pgpass
  authentication:
    superuser: { username: postgres, password: ${PASSWORD} }
    replication: { username: standby, password: ${PASSWORD} }
  parameters: { unix_socket_directories: ${folder} }
`
}

/** As Patroni's own documents have it: each server is asked what it is, and who falls loses its connections. */
function haproxy(front: number, nodes: Node[]): string {
  return `defaults
  mode tcp
  timeout connect 4s
  timeout client 30m
  timeout server 30m
listen postgres
  bind 127.0.0.1:${front}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, port, api }) => `  server ${name} 127.0.0.1:${port} check port ${api}`).join('\n')}
`
}

/** A process and all that come from it. */
function treeOf(root: number | undefined): number[] {
  if (!root) return []
  const children = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (pid: number): number[] => [
    pid,
    ...children.flatMap(([child = 0, parent]) => (parent === pid ? below(child) : [])),
  ]
  return below(root)
}

/** The server of a node: it is no child of Patroni, so that it outlives it. */
function serversIn(folder: string): number[] {
  const note = join(folder, 'data/postmaster.pid')
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : 0
  const isOurs = pid > 0 && existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
  return isOurs ? treeOf(pid) : []
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}

function own(folder: string): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  if (NOBODY.uid !== undefined) chownSync(folder, NOBODY.uid, NOBODY.gid)
}
