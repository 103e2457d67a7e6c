import { type ChildProcess, execFile, spawn } from 'node:child_process'
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

function call(command: string, args: readonly string[]): string[] {
  return ['--import', 'tsx', `lib/cli/${command}.ts`, ...args]
}
