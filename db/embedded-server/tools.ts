import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedFailure } from './failure'
import type { Home } from './home'
import type { Software } from './software'

/** Runs one of PostgreSQL's programs as the server's user. Gives its exit status; what it said is in {@link said}. */
export async function runTool(
  home: Home,
  { bin }: Software,
  tool: string,
  args: string[],
  input?: string,
): Promise<number> {
  const program = join(bin, process.platform === 'win32' ? `${tool}.exe` : tool)
  // Files, not pipes: the server inherits them and would keep a pipe open for as long as it lives.
  const output = openSync(outputOf(home), 'w', 0o600)
  const from = input === undefined ? null : openSync(input, 'r')
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: home.path,
        // Nothing of ours: a PGPORT or PGOPTIONS in the environment would change what the server does.
        ...(process.platform === 'win32'
          ? {}
          : { env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }),
        stdio: [from ?? 'ignore', output, output],
        // Out of the terminal's process group, so that Ctrl-C does not hit it.
        detached: true,
        windowsHide: true,
        ...(home.user ?? {}),
      })
      child.once('error', (cause) => reject(cannotRun(program, cause)))
      child.once('exit', (status) => resolve(status ?? 1))
    })
  } finally {
    closeSync(output)
    if (from !== null) closeSync(from)
  }
}

/** What the last program said. */
export function said(home: Home): string {
  return readFileSync(outputOf(home), 'utf8')
}

/** The line of a program's or the server's output that tells why it failed. */
export function reasonIn(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  const telling = lines.filter((line) => /FATAL:|PANIC:|error:|could not|cannot/i.test(line))
  return (telling[0] ?? lines.filter(Boolean).at(-1) ?? 'it gave no reason').replace(/^.*?(FATAL|PANIC|error): +/, '')
}

function outputOf(home: Home): string {
  return join(home.path, 'tool.log')
}

function cannotRun(program: string, cause: Error): EmbeddedFailure {
  return new EmbeddedFailure(
    `The embedded PostgreSQL cannot run on this system (${program}: ${cause.message}). Set DATABASE_URL to a PostgreSQL of your own.`,
    { cause },
  )
}
