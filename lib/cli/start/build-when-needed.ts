import { spawn } from 'node:child_process'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from '@/db/file-lock'
import { childEnvironment } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { MINUTE } from '@/lib/kernel/time/durations'
import { bundleIslands } from './bundle-islands'
import { compileServer } from './compile'
import { compressStatic } from './compress-static'
import { sourceHash } from './source-hash.mjs'

const HALF_AN_HOUR = 30 * MINUTE

/**
 * Builds the pages of the project at `root` unless they were built from these very sources. Of two starts
 * at once, one builds. Gives whether it was this one. Throws {@link ExpectedFailure} when the build fails, after printing
 * what it said.
 */
export async function buildWhenNeeded(root = process.cwd()): Promise<boolean> {
  if (isCurrent(root, sourceHash(root))) return false
  let built = false
  makeFolder(cacheOf(root))
  await withFileLock(
    join(cacheOf(root), 'build.lock'),
    async () => {
      // Taken again: while we waited another start may have built, and sources may have changed.
      const hash = sourceHash(root)
      if (isCurrent(root, hash)) return
      await build(root, hash)
      built = true
    },
    HALF_AN_HOUR,
  )
  return built
}

function isCurrent(root: string, hash: string): boolean {
  const built = [join(root, '.next/BUILD_ID'), join(root, 'dist/server.js'), hashFile(root)].every((path) =>
    existsSync(path),
  )
  return built && readFileSync(hashFile(root), 'utf8') === hash
}

async function build(root: string, hash: string): Promise<void> {
  const started = Date.now()
  process.stdout.write('Building the pages, as at every first start and after changes. This takes a minute or so.\n')
  rmSync(hashFile(root), { force: true })
  // The pages that are made while they are built run the server's modules already.
  const islands = await compileServer(root)
  const log = join(cacheOf(root), 'build.log')
  const status = await nextBuild(root, log)
  if (status !== 0) {
    process.stderr.write(readFileSync(log, 'utf8'))
    throw new ExpectedFailure(`The build failed; what it said is above, and in ${log}.`)
  }
  await bundleIslands(root, islands)
  compressStatic(root)
  writeFileSync(hashFile(root), hash)
  process.stdout.write(`Built in ${Math.round((Date.now() - started) / 1000)} s.\n`)
}

function nextBuild(root: string, log: string): Promise<number | null> {
  const output = openSync(log, 'w')
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: childEnvironment({
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      COMPILED_SERVER: 'dist',
      // Where a package is missing, Next says so and ends, rather than install it and change the lock file.
      CI: '1',
    }),
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const end = () => child.kill()
  process.once('exit', end)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status) => {
      process.off('exit', end)
      resolve(status)
    })
  })
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new ExpectedFailure(
      `The pages must be built, but ${folder} cannot be written. Start once as the owner of the project's folder.`,
      { cause },
    )
  }
}

/** The one folder in `.next` that a build does not empty. */
function cacheOf(root: string): string {
  return join(root, '.next/cache')
}

function hashFile(root: string): string {
  return join(root, '.next/source-hash')
}
