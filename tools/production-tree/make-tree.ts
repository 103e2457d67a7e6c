import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runCommand } from '@/lib/cli/run-command'
import { isBuilt } from '@/lib/cli/start/built.mjs'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { faultsOf, type Locked } from './faults'
import { licencesOf, ownFiles, tracedPackages } from './trace'

/** `npm run build:tree`: what was built, and of each package the files that run, in one folder: `production`, or the one given. */
await runCommand(async ([into = 'production']) => {
  const root = process.cwd()
  if (!isBuilt()) throw new ExpectedFailure('Nothing is built from these sources: run `npm run build` first.')
  const packages = await tracedPackages(root)
  const faults = faultsOf(packages, lockedPackages(root))
  if (faults.length > 0) throw new ExpectedFailure(faults.join(' '))
  const files = [...new Set([...ownFiles(root), ...packages, ...licencesOf(root, packages)])]
  rmSync(into, { recursive: true, force: true })
  for (const file of files) {
    const target = join(into, file)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(join(root, file), target, { verbatimSymlinks: true })
  }
  const bytes = files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0)
  process.stdout.write(`${into}: ${files.length} files, ${Math.round(bytes / 1e6)} MB.\n`)
})

function lockedPackages(root: string): Locked {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
}
