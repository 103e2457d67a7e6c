import { randomBytes } from 'node:crypto'
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { goJourney, type Step, steps } from '@/bench/journeys/go-journey'
import { LastingVisitor, nothingSeen } from '@/bench/journeys/lasting-visitor'
import { MailDesk } from '@/bench/journeys/mail-desk'
import { startWorker } from '@/bench/journeys/processes'
import { nextPostcode } from '@/bench/journeys/stage'
import { settingsFor } from '@/e2e/fixtures/letters-way'
import { BUILT, isRunning, makeDataDir, type Product, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { settled } from '../settled'
import { startCluster } from './cluster'
import { startFront } from './front'

const [LANES, BEFORE_MS, AFTER_MS, PATIENCE_MS] = [6, 12_000, 40_000, 150_000]

/**
 * Two web machines and two workers behind one nginx, on PostgreSQL with a standby that confirms each commit: while
 * journeys run, the server that takes writes, one web machine and one worker are killed at once. `--silent`: the server
 * falls silent instead, as a machine whose cable is pulled. Prints how long nothing was taken; throws where a confirmation
 * that was acknowledged is not there, or a letter did not go out once. By hand, on Linux: see {@link startCluster}.
 */
export async function failover(options: string[]): Promise<void> {
  const silent = options.includes('--silent')
  const service = await playResend()
  const desk = new MailDesk(service)
  const cluster = await startCluster()
  const front = await startFront(2)
  const folders: string[] = []
  const folder = () => {
    folders.push(makeDataDir())
    return folders.at(-1) ?? ''
  }
  const settings = {
    ...settingsFor(service),
    AUTH_SECRET: randomBytes(32).toString('hex'),
    DATA_KEYS: randomBytes(32).toString('base64'),
    APP_URL: front.url,
    LIMITS: 'off',
    TRUST_PROXY: 'loopback',
    DATABASE_URL: cluster.address,
    WORKERS_IN_WEB: '0',
  }
  const webs: Product[] = []
  const workers: Awaited<ReturnType<typeof startWorker>>[] = []
  const seen = nothingSeen()
  const failures = new Map<string, number>()
  const at = new Map<Step, number[]>(steps.map((step) => [step, []]))
  try {
    for (const port of front.behind)
      webs.push(await startProduct({ settings: { ...settings, DATA_DIR: folder(), PORT: String(port) } }))
    while (workers.length < 2) workers.push(await startWorker(BUILT, { ...settings, DATA_DIR: folder() }))
    console.log(`  two web machines, two workers, two servers; load ${loadavg()[0]?.toFixed(1)}`)
    let [going, came] = [true, 0]
    const lane = async () => {
      while (going) {
        // Many letters from one address would be held back as abuse.
        const from = `${11 + (came % 190)}.${Math.floor(came / 190) % 250}.7.${++came % 250}`
        const visitor = new LastingVisitor(front.url, seen, PATIENCE_MS, from)
        const reached = ({ step }: { step: Step }) => void at.get(step)?.push(performance.now())
        await goJourney(visitor, desk, nextPostcode(), reached, PATIENCE_MS).catch((error: unknown) => {
          const said = error instanceof Error ? error.message : String(error)
          failures.set(said, (failures.get(said) ?? 0) + 1)
        })
        visitor.leave()
      }
    }
    const lanes = Array.from({ length: LANES }, lane)
    await sleep(BEFORE_MS)
    const killed = performance.now()
    webs[0]?.signal('SIGKILL')
    process.kill(-(workers[0]?.pid ?? 0), 'SIGKILL')
    const name = cluster.endPrimary(silent ? 'SIGSTOP' : 'SIGKILL')
    console.log(`  ${silent ? 'silent' : 'killed'}: server “${await name}”; killed: one web machine, one worker`)
    await sleep(AFTER_MS)
    going = false
    await Promise.all(lanes)
    console.log('  | step | before | after | first again, s | longest without one, s |\n  |---|---|---|---|---|')
    for (const step of steps) {
      const times = (at.get(step) ?? []).toSorted((one, other) => one - other)
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
      const after = times.filter((time) => time > killed + 1000)
      const seconds = (ms: number) => (ms / 1000).toFixed(1)
      const first = after[0] === undefined ? 'never' : seconds(after[0] - killed)
      console.log(
        `  | ${[step, times.length - after.length, after.length, first, seconds(Math.max(...gaps))].join(' | ')} |`,
      )
    }
    const left = [webs[1]?.pid, workers[1]?.pid].filter((pid) => pid !== undefined && isRunning(pid)).length
    console.log(`  of the web machine and the worker left over, ${left} of 2 went on by themselves`)
    if (left < 2) console.log(workers[1]?.stdout().slice(-6000))
    console.log(
      `  asked to come back ${seen.askedBack} times, cut off ${seen.cutOff + seen.refused} times, journeys failed: ${failures.size || 'none'}`,
    )
    for (const [said, count] of failures) console.log(`    ${count} × ${said}`)
    const missing = await notThere(front.url, seen.acknowledged)
    const sql = postgres(cluster.address, { max: 1, onnotice: () => {} })
    const { confirmed, waiting, why } = await settled(sql, PATIENCE_MS).finally(() => sql.end())
    for (const each of new Set(why)) console.log(`    not gone: ${each}`)
    const [lost, doubled] = [confirmed - desk.letters.size, desk.lettersTaken - desk.letters.size]
    console.log(`  confirmations acknowledged ${seen.acknowledged.size}, of them not there ${missing}`)
    console.log(`  letters confirmed ${confirmed}, still waiting ${waiting}, not sent ${lost}, sent twice ${doubled}`)
    console.log(`  e-mails ${desk.taken}, twice ${desk.twice}`)
    if (missing + waiting + Math.abs(lost) + doubled + desk.twice > 0 || left < 2)
      throw new Error('Something was lost, went twice, or did not go on.')
  } finally {
    for (const web of webs) web.signal('SIGKILL')
    for (const { pid } of workers) if (isRunning(pid)) process.kill(-pid, 'SIGKILL')
    await Promise.all(webs.map(({ ended }) => ended))
    front.stop()
    await cluster.stop()
    desk.close()
    await service.close()
    for (const each of folders) removeDataDir(each)
  }
}

/** How many letters that a page said are confirmed have no page. */
async function notThere(url: string, acknowledged: Iterable<string>): Promise<number> {
  let missing = 0
  for (const address of acknowledged) {
    const answer = await fetch(new URL(address, url))
    if (answer.status !== 200) missing++
    await answer.body?.cancel()
  }
  return missing
}
