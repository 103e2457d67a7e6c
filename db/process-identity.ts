import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Names a living process so that a later one with the same pid is not taken for it: the pid and when
 * it started. `null` when there is no such process.
 */
export function identityOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid < 1) return null
  if (process.platform === 'linux') return linuxIdentity(pid)
  if (!isThere(pid)) return null
  if (process.platform === 'win32') return `${pid}`
  return `${pid} ${commandOutput('ps', ['-o', 'lstart=', '-p', `${pid}`])}`
}

/** Whether the process that {@link identityOf} named still lives. */
export function isAlive(identity: string): boolean {
  return identityOf(Number.parseInt(identity, 10)) === identity
}

/** The command line of a process, as far as this system tells; empty when it does not. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return readOr(`/proc/${pid}/cmdline`, '').replaceAll('\0', ' ')
  if (process.platform === 'win32') return commandOutput('tasklist', ['/fo', 'csv', '/fi', `PID eq ${pid}`])
  return commandOutput('ps', ['-ww', '-o', 'command=', '-p', `${pid}`])
}

function linuxIdentity(pid: number): string | null {
  const stat = readOr(`/proc/${pid}/stat`, '')
  // Fields after the name, which may hold anything, brackets too: state first, start time 20th (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  // A killed process that nobody waits for stays as a zombie; it does nothing more.
  if (!stat || state === 'Z' || state === 'X') return null
  return `${pid} ${readOr('/proc/sys/kernel/random/boot_id', '').trim()} ${fields[19]}`
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}

function commandOutput(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
