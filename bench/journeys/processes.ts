import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { databasePid, environment } from '@/e2e/fixtures/product'

/** Linux counts in hundredths of a second, whatever its own clock does (man 5 proc, USER_HZ). */
const TICK_MS = 10

/** Processor time so far of all processes of each part, those included that have ended, in milliseconds. */
export type Used = { web: number; worker: number; database: number }
/** What each part is known by: the process group of web and worker, and the database's first process. */
export type Parts = { web: number; worker: number; database: number }

/** A worker beside a product, as `npm run worker` starts one, on the product's own data; and what ends it. */
export async function startWorker(root: string, settings: Record<string, string>) {
  const child = spawn('npm', ['run', '--silent', 'worker'], {
    cwd: root,
    env: environment({ LOG_LEVEL: 'warn', ...settings }),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  while (!said.includes('The worker is running.')) {
    if (child.exitCode !== null) throw new Error(`The worker ended with ${child.exitCode}.`)
    await sleep(50)
  }
  const pid = child.pid ?? 0
  const ended = new Promise<{ status: number | null }>((done) => child.once('close', (status) => done({ status })))
  return {
    pid,
    /** Whole, as printed so far. */
    stdout: () => said,
    ended,
    async stop(): Promise<void> {
      process.kill(-pid, 'SIGINT')
      await ended
    },
  }
}

export function partsOf(product: { pid: number; dataDir: string }, worker: { pid: number }): Parts {
  return { web: product.pid, worker: worker.pid, database: databasePid(product.dataDir) ?? 0 }
}

/** What each part has used so far. */
export function usedBy({ web, worker, database }: Parts): Used {
  const used = { web: 0, worker: 0, database: 0 }
  for (const { pid, parent, group, ms, ofEnded } of processes()) {
    if (group === web) used.web += ms + ofEnded
    else if (group === worker) used.worker += ms + ofEnded
    // Its own processes have groups of their own; of those that ended, the first one has the sum.
    else if (pid === database) used.database += ms + ofEnded
    else if (parent === database) used.database += ms
  }
  return used
}

/** The processes of a group: their ids. */
export function processesOf(group: number): number[] {
  return processes().flatMap((each) => (each.group === group ? [each.pid] : []))
}

/** Processor time so far of all threads that these processes have now, in milliseconds, to the nanosecond. */
export function threadsTime(pids: readonly number[]): number {
  return pids
    .flatMap((pid) => readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/schedstat`))
    .reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6, 0)
}

type Process = { pid: number; parent: number; group: number; ms: number; ofEnded: number }

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      // The program's name, in brackets, may hold blanks: what follows it are fields 3 and on.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
      const [, parent = 0, group = 0] = fields
      const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
      return [
        {
          pid: Number(name),
          parent,
          group,
          ms: (user + system) * TICK_MS,
          ofEnded: (endedUser + endedSystem) * TICK_MS,
        },
      ]
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}
