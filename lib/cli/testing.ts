import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { vi } from 'vitest'
import { z } from 'zod'
import { childEnvironment } from '@/lib/kernel/env'
import { compiledServer } from './start/testing-compiled'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

export type Ran = { status: number; stdout: string; stderr: string }
type Settings = NodeJS.ProcessEnv

/**
 * Runs a command in this process, with modules and settings of its own, and gives what a process of its own would
 * have said. One at a time. For tests only.
 */
export async function ranHere(command: string, args: readonly string[], settings: Settings): Promise<Ran> {
  const ran = { status: 0, stdout: '', stderr: '' }
  const [argv, environment] = [process.argv, { ...process.env }]
  const spies = [
    ...(['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((text, ...more) => {
        ran[stream] += text
        for (const written of more) if (typeof written === 'function') written()
        return true
      }),
    ),
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      ran.status = Number(code)
      return undefined as never
    }),
  ]
  process.argv = [...argv.slice(0, 2), ...args]
  Object.assign(process.env, settings)
  vi.resetModules()
  try {
    await import(/* @vite-ignore */ resolve(fileOf(command)))
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.argv = argv
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
    Object.assign(process.env, environment)
  }
  return ran
}

/** Runs a command, as `npm run` would, in a process of its own until it ends. For tests only. */
export async function ranCommand(command: string, args: readonly string[], settings: Settings): Promise<Ran> {
  return ranProgram(fileOf(command), args, settings)
}

/** Runs a file of the server's in a process of its own until it ends. For tests only. */
export async function ranProgram(file: string, args: readonly string[], settings: Settings): Promise<Ran> {
  const call = [...(await startOf(file)), ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, call, { env: childEnvironment(settings) }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** Starts a command in a process of its own, which the test ends. */
export async function startedCommand(
  command: string,
  args: readonly string[],
  settings: Settings,
): Promise<ChildProcess> {
  return spawn(process.execPath, [...(await startOf(fileOf(command))), ...args], { env: childEnvironment(settings) })
}

/** How Node starts a file: compiled, or as it is written where it is a tool's and so no part of the server. */
async function startOf(file: string): Promise<string[]> {
  if (file.startsWith('tools/')) return ['--import', 'tsx', file]
  return [join(await compiledServer(), file.replace(/\.ts$/, '.js'))]
}

/** The file that package.json has `npm run` start. */
function fileOf(command: string): string {
  const [, tool, ours] = /tsx (\S+)$|run\.mjs (\S+)$/.exec(scripts[command] ?? '') ?? []
  if (!tool && !ours) throw new Error(`package.json starts nothing that is known by ${command}.`)
  return tool ?? `lib/cli/${ours}.ts`
}
