import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { childEnvironment } from '@/lib/kernel/env'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

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

/** What package.json has `npm run` do, without npm. */
function call(command: string, args: readonly string[]): string[] {
  const [, file = ''] = /tsx (\S+)$/.exec(scripts[command] ?? '') ?? []
  return ['--import', 'tsx', file, ...args]
}
