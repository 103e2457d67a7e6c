// State: one copy in a process.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Env, readEnv } from './read-env'

let read: Env | undefined

/** The process's settings, validated once. Throws {@link ExpectedFailure}, one line that names every fault. */
export function env(): Env {
  if (!read) {
    loadEnvFile()
    read = readEnv(process.env)
  }
  return read
}

/** The environment for a program that we start: ours, and `more`. */
export function childEnvironment(more: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, ...more }
}

/** A `.env` in the project's folder. It never overrides, and stays out of tests: they must not depend on it. */
function loadEnvFile(): void {
  const path = resolve('.env')
  if (process.env.NODE_ENV !== 'test' && existsSync(path)) process.loadEnvFile?.(path)
}
