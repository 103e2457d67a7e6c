import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import type { Database } from '@/db/client'
import { childEnvironment } from '@/lib/kernel/env'

export type Ran = { status: number; stdout: string; stderr: string }
type Settings = NodeJS.ProcessEnv

/** Runs a command, as `npm run` would, in a process of its own until it ends. For tests only. */
export function ranCommand(command: string, args: readonly string[], settings: Settings): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, call(command, args), { env: childEnvironment(settings) }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** Starts a command in a process of its own, which the test ends. */
export function startedCommand(command: string, args: readonly string[], settings: Settings): ChildProcess {
  return spawn(process.execPath, call(command, args), { env: childEnvironment(settings) })
}

/** Where a child finds the database that this test file works on. */
export async function databaseUrl(db: Database): Promise<string> {
  const [row] = await db.execute<{ name: string }>(sql`select current_database() as name`)
  return new URL(`/${row?.name}`, inject('templateUrl')).href
}

function call(command: string, args: readonly string[]): string[] {
  return ['--import', 'tsx', `lib/cli/${command}.ts`, ...args]
}
