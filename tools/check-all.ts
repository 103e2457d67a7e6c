import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { runCommand } from '@/lib/cli/run-command'

const ROOT = resolve(import.meta.dirname, '..')
const PART = 'check:'

/** `npm run check`: its parts, `check:…` of package.json, at once. What each has said comes when it ends; all are heard. */
async function checkAll(): Promise<void> {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
  const parts = Object.entries(scripts).filter(([name]) => name.startsWith(PART))
  const ends = await Promise.all(parts.map(async ([name, command]) => ({ name, passed: await passes(name, command) })))
  const failed = ends.filter(({ passed }) => !passed).map(({ name }) => name)
  console.log(failed.length === 0 ? `${ends.length} checks passed.` : `Failed: ${failed.join(', ')}.`)
  if (failed.length > 0 || ends.length === 0) process.exitCode = 1
}

/** As npm would run it: by the shell, which finds the packages' programs since npm has started us. */
function passes(name: string, command: string): Promise<boolean> {
  const child = spawn(command, { cwd: ROOT, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (piece) => (said += piece))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (status) => {
      process.stdout.write(`> ${name}\n${said}`)
      done(status === 0)
    })
  })
}

await runCommand(checkAll)
