import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { withFileLock } from '@/db/file-lock'
import { compileServer } from './compile'

/**
 * The folder that holds each module of the server compiled: once for all files of a run of tests, and only when the
 * first one asks, since a process of its own begins sooner from there than one that compiles. For tests only.
 */
export async function compiledServer(): Promise<string> {
  // Each test file has a folder inside that of the run: see db/testing-folder.ts.
  const run = dirname(process.env.DATA_DIR ?? '')
  const folder = join(run, 'compiled')
  // What is made last.
  const packages = join(folder, 'node_modules')
  await withFileLock(join(run, 'compiled.lock'), async () => {
    if (existsSync(packages)) return
    await compileServer(process.cwd(), folder)
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    symlinkSync(resolve('node_modules'), packages)
  })
  return folder
}
