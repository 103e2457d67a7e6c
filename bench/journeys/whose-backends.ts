import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { type Parts, processesOf } from './processes'

/** Whose each process of the database is, by the connection that it serves: its port is held by one of their sockets. */
export async function whoseBackends(db: Database, parts: Parts): Promise<Map<number, 'web' | 'worker'>> {
  const rows = await db.execute<{ pid: number; port: number }>(
    sql`select pid, client_port as port from pg_stat_activity where client_port > 0`,
  )
  const whose = new Map<number, 'web' | 'worker'>()
  for (const part of ['web', 'worker'] as const) {
    const ports = portsOf(processesOf(parts[part]))
    for (const { pid, port } of rows) if (ports.has(port)) whose.set(pid, part)
  }
  return whose
}

/** The local ports of the connections that these processes have open (man 5 proc, /proc/net/tcp). */
function portsOf(pids: number[]): Set<number> {
  const inodes = new Set(pids.flatMap(socketsOf))
  const lines = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1)
  return new Set(
    lines.flatMap((line) => {
      const fields = line.trim().split(/\s+/)
      return inodes.has(fields[9] ?? '') ? [Number.parseInt(fields[1]?.split(':')[1] ?? '', 16)] : []
    }),
  )
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).flatMap((name) => {
    try {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`)) ?? []
      return inode === undefined ? [] : [inode]
    } catch {
      // It was closed meanwhile.
      return []
    }
  })
}
