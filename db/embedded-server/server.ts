import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLineOf, identityOf } from '@/db/process-identity'
import { EmbeddedFailure } from './failure'
import type { Home } from './home'
import { answers, freePort } from './port'
import type { Software } from './software'
import { reasonIn, runTool, said } from './tools'

/** A server that runs: the pid of its first process, and where it listens on 127.0.0.1. */
export type Running = { pid: number; port: number }

/** Settings of PostgreSQL by their names. */
export type Options = Record<string, string>

const OPTIONS: Options = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors reach the program that made them. The log stays small, and no statement's words get into it.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}
const PATIENCE = 60_000
const LOG_SIZE = 1_000_000

/** The server that runs on this home's data; `null` when there is none. Waits for one that is starting or stopping. */
export async function runningServer(home: Home, password: string): Promise<Running | null> {
  for (const deadline = Date.now() + PATIENCE; ; await sleep(100)) {
    const noted = await notedServer(home)
    if (!noted) return null
    if (noted.port && (await answers(noted.port, password))) return { pid: noted.pid, port: noted.port }
    if (!isServerOf(noted.pid, home)) {
      // Left by a server that was killed. PostgreSQL would take whoever has its pid now for that server.
      await rm(pidFile(home), { force: true })
      return null
    }
    if (Date.now() > deadline) {
      throw new EmbeddedFailure(
        `The embedded PostgreSQL (process ${noted.pid}) runs but does not answer. Its log is ${home.log}.`,
      )
    }
  }
}

/** Starts a server as a daemon of its own, on its last port (`portFile`) if that is free. */
export async function bootServer(
  home: Home,
  software: Software,
  portFile: string,
  more: Options = {},
): Promise<Running> {
  await shortenLog(home)
  const deadline = Date.now() + PATIENCE
  let port = await freePort(Number(await readFile(portFile, 'utf8').catch(() => '0')))
  for (;;) {
    const options = Object.entries({ port, ...OPTIONS, ...more }).map(([name, value]) => `-c ${name}=${value}`)
    const from = await sizeOf(home.log)
    if ((await runTool(home, software, 'pg_ctl', startArgs(home, options.join(' ')))) === 0) break
    const output = (await readFile(home.log, 'utf8').catch(() => '')).slice(from) || said(home)
    const taken = /Address already in use|could not create any TCP/.test(output)
    // After a kill -9, the processes that served connections take a moment to notice and end.
    const orphans = /still in use/.test(output)
    if (!(taken || orphans) || Date.now() > deadline) {
      throw new EmbeddedFailure(`The embedded PostgreSQL did not start: ${reasonIn(output)} (its log: ${home.log})`)
    }
    if (taken) port = await freePort(0)
    else await sleep(200)
  }
  await writeFile(portFile, `${port}`)
  const noted = await notedServer(home)
  return { pid: noted?.pid ?? 0, port }
}

/** Stops the server: connections are cut, nothing that was committed is lost. */
export async function stopServer(home: Home, software: Software): Promise<void> {
  if ((await runTool(home, software, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '60', '-D', home.data])) === 0) return
  const noted = await notedServer(home)
  if (noted && isServerOf(noted.pid, home)) {
    throw new EmbeddedFailure(`The embedded PostgreSQL (process ${noted.pid}) did not stop: ${reasonIn(said(home))}`)
  }
}

/** Whether process `pid` is the first process of the server on this home's data. */
export function isServerOf(pid: number, home: Home): boolean {
  if (identityOf(pid) === null) return false
  const line = commandLineOf(pid)
  return process.platform === 'win32' ? line.includes('postgres') : `${line} `.includes(` ${home.data} `)
}

/** What `postmaster.pid` says: the pid on the first line, the port on the fourth. */
export async function notedServer(home: Home): Promise<{ pid: number; port: number | null } | null> {
  const lines = (await readFile(pidFile(home), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return pid ? { pid, port: Number(lines[3]) || null } : null
}

function pidFile(home: Home): string {
  return join(home.data, 'postmaster.pid')
}

function startArgs(home: Home, options: string): string[] {
  return ['start', '-w', '-t', '300', '-D', home.data, '-l', home.log, '-o', options]
}

async function shortenLog({ log }: Home): Promise<void> {
  if ((await sizeOf(log)) > LOG_SIZE) await rename(log, `${log}.1`)
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0
}
