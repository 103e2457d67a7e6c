import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { runCommand } from '@/lib/cli/run-command'
import { type Counts, journeys, summary, units } from '@/tools/test-counts/counts'
import { freshClone, openClone, removeClone } from './fixtures/fresh-clone'
import { startInFreshClone } from './fixtures/fresh-start'
import { killLeftovers } from './fixtures/product'

const ROOT = resolve(import.meta.dirname, '..')

/** Of the two kinds of tests the units give way: the browser's are the longer, and begin only when there is a product. */
const GIVES_WAY = 10

/** `npm test`: units and domain against a real database, beside them the built product in a real browser, then one line. */
async function runAll(): Promise<void> {
  // Ctrl-C reaches the runners too: they put away what they started, and we wait for them.
  process.on('SIGINT', () => void killLeftovers())
  const folder = mkdtempSync(join(tmpdir(), 'dear-mp-results-'))
  const unitFile = join(folder, 'units.json')
  const journeyFile = join(folder, 'journeys.json')
  const clone = freshClone()
  // Its spec tells what came of it.
  const fresh = startInFreshClone(clone).then(
    () => ({ E2E_BUILT: openClone(clone), E2E_FAULT_OF_FRESH_START: '' }),
    (error: unknown) => ({ E2E_FAULT_OF_FRESH_START: error instanceof Error ? error.message : String(error) }),
  )
  // Each waits for a database or a page now and then: two cores are busy only where the other goes on meanwhile.
  const all = await Promise.all([
    counted(units, unitFile, () =>
      run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`], {
        priority: GIVES_WAY,
      }),
    ),
    counted(journeys, journeyFile, async () =>
      run('@playwright/test', ['test', '--reporter=list,json'], {
        environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeyFile, ...(await fresh) },
      }),
    ),
  ])
  removeClone(clone)
  rmSync(folder, { recursive: true })
  for (const line of summary(all)) console.log(line)
  process.exitCode = all.some(({ failed }) => failed > 0) ? 1 : 0
}

/** What a runner counted; one that failed without saying where counts as one failure more. */
async function counted(report: z.ZodType<Counts>, file: string, work: () => Promise<number>): Promise<Counts> {
  const status = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  })
  const read = existsSync(file) ? report.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : null
  const counts = read?.success ? read.data : { passed: 0, failed: 0, skipped: 0, flaky: [] }
  const diedSilently = counts.failed === 0 && (status !== 0 || !read?.success)
  return { ...counts, failed: counts.failed + (diedSilently ? 1 : 0) }
}

type Run = { environment?: Record<string, string>; priority?: number }

/** Runs the program of a package; gives its exit status. What it says is passed on line by line, as it comes. */
function run(name: string, args: string[], { environment, priority = 0 }: Run): Promise<number> {
  const child = spawn(process.execPath, [programOf(name), ...args], {
    cwd: ROOT,
    env: Object.assign({ ...process.env }, environment),
    stdio: ['inherit', 'pipe', 'pipe'],
  })
  if (child.pid !== undefined) setPriority(child.pid, priority)
  createInterface(child.stdout).on('line', (line) => console.log(line))
  createInterface(child.stderr).on('line', (line) => console.error(line))
  return new Promise((ended, failed) => {
    child.once('error', failed)
    child.once('close', (status) => ended(status ?? 1))
  })
}

function programOf(name: string): string {
  const folder = join(ROOT, 'node_modules', name)
  const { bin } = z
    .object({ bin: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return join(folder, Object.values(bin)[0] ?? '')
}

await runCommand(runAll)
