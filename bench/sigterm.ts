import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { onDatabase } from '@/e2e/fixtures/database'
import { settingsFor } from '@/e2e/fixtures/letters-way'
import { BUILT, freePort, makeDataDir, type Product, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { goJourney } from './journeys/go-journey'
import { LastingVisitor, nothingSeen } from './journeys/lasting-visitor'
import { MailDesk } from './journeys/mail-desk'
import { startWorker } from './journeys/processes'
import { nextPostcode } from './journeys/stage'
import { settled } from './settled'

const [LANES, TIMES, BETWEEN_MS, PATIENCE_MS] = [8, 3, 6000, 180_000]
const MOST_SECONDS = 10

/**
 * SIGTERM to `npm start`, as a supervisor sends it, while journeys run and letters are being sent; then it is started
 * again. Web and worker together, and apart. Throws where an end took longer than ten seconds, or a letter was lost or
 * went twice.
 */
export async function sigterm(): Promise<void> {
  console.log(
    '  | | ended after, s | status | away, s | cut off | refused | asked to come back | confirmed | lost | doubled |',
  )
  console.log('  |---|---|---|---|---|---|---|---|---|---|')
  const faults = (await drill('together')) + (await drill('apart'))
  if (faults > 0) throw new Error('An end took too long, or a letter was lost or went twice.')
}

async function drill(how: 'together' | 'apart'): Promise<number> {
  const service = await playResend()
  service.slow = () => 200 + Math.random() * 400
  const desk = new MailDesk(service)
  const dataDir = makeDataDir()
  const port = String(await freePort())
  const settings = { ...settingsFor(service), DATA_DIR: dataDir, PORT: port, LIMITS: 'off' }
  const seen = nothingSeen()
  const ends: { seconds: number; status: number | null }[] = []
  const away: string[] = []
  const failures: string[] = []
  let worker: Awaited<ReturnType<typeof startWorker>> | null = null
  let product: Product | null = null
  const start = async () => {
    product = await startProduct({
      command: ['npm', 'start', '--silent'],
      settings: { ...settings, ...(how === 'apart' && { WORKERS_IN_WEB: '0' }) },
    })
    if (how === 'apart') worker = await startWorker(BUILT, { ...settings, APP_URL: product.url })
    return product
  }
  const { url } = await start()
  try {
    let going = true
    const lane = async () => {
      while (going) {
        const visitor = new LastingVisitor(url, seen, PATIENCE_MS)
        await goJourney(visitor, desk, nextPostcode(), () => {}, PATIENCE_MS).catch((error: unknown) => {
          failures.push(error instanceof Error ? error.message : String(error))
        })
        visitor.leave()
      }
    }
    const lanes = Array.from({ length: LANES }, lane)
    for (let time = 0; time < TIMES; time++) {
      await sleep(BETWEEN_MS)
      const began = performance.now()
      ends.push(...(await ended(product, worker)))
      await start()
      away.push(((performance.now() - began) / 1000).toFixed(1))
    }
    await sleep(BETWEEN_MS)
    going = false
    await Promise.all(lanes)
    const { confirmed, waiting, why } = await onDatabase(dataDir, (sql) => settled(sql, PATIENCE_MS))
    const missing = seen.acknowledged.size > confirmed ? seen.acknowledged.size - confirmed : 0
    const [lost, doubled] = [
      confirmed - desk.letters.size + missing,
      desk.lettersTaken - desk.letters.size + desk.twice,
    ]
    const said = ends.map(({ seconds }) => seconds.toFixed(1)).join(', ')
    const statuses = [...new Set(ends.map(({ status }) => status))].join(', ')
    console.log(
      `  | ${[how, said, statuses, away.join(', '), seen.cutOff, seen.refused, seen.askedBack, confirmed, lost, doubled].join(' | ')} |`,
    )
    console.log(`  load ${loadavg()[0]?.toFixed(1)}; e-mails ${desk.taken}; journeys failed ${failures.length}`)
    for (const each of [...new Set([...failures, ...why])]) console.log(`    ${each}`)
    const late = ends.filter(({ seconds }) => seconds > MOST_SECONDS).length
    return late + waiting + Math.abs(lost) + doubled + failures.length
  } finally {
    await ended(product, worker)
    desk.close()
    await service.close()
    removeDataDir(dataDir)
  }
}

type Ending = { pid: number; ended: Promise<{ status: number | null }> }

/** Sends SIGTERM to each process that was started, and to it alone; gives how long each took. */
async function ended(...of: (Ending | null)[]): Promise<{ seconds: number; status: number | null }[]> {
  const began = performance.now()
  return Promise.all(
    of.flatMap((each) => {
      if (!each) return []
      process.kill(each.pid, 'SIGTERM')
      return [each.ended.then(({ status }) => ({ seconds: (performance.now() - began) / 1000, status }))]
    }),
  )
}
