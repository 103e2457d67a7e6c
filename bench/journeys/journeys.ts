import { setTimeout as sleep } from 'node:timers/promises'
import { floor } from '@/bench/floor/floor'
import { startEmbedded } from '@/db/embedded'
import { seats } from '@/e2e/fixtures/directory'
import { settingsFor } from '@/e2e/fixtures/letters-way'
import { CAMPAIGN } from '@/e2e/fixtures/path'
import { BUILT, makeDataDir, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { goJourney, type Took } from './go-journey'
import { MailDesk } from './mail-desk'
import { partsOf, startWorker, usedBy } from './processes'
import { type Measured, report, tellFloor, tellIdle } from './report'
import { statementsAStep } from './statements-a-step'
import { Visitor } from './visitor'

const postcodes = seats.filter(({ member }) => member?.email).map(({ examplePostcode }) => examplePostcode)
const COUNTED = 10
const IDLE_SECONDS = 5
/** How long what the last journey has left for the worker may take to be settled before the time is taken. */
const SETTLED_MS = 2000

/**
 * Whole journeys, from the campaign's page to the letter and its copy, by the forms of the pages, without scripts, with
 * connections kept alive: what each costs in processor time, of web, worker and database, and how many there are in a
 * second; then the statements of each step; then the floor, a bare server with the same transactions. It runs on the
 * machine that is measured. `--seconds=30 --warm-up=10 --at-once=16`, or by number, for a machine that is busy with other
 * things, `--journeys=60 --warm-up-journeys=30`; `--no-floor`, `--no-statements` leave these out.
 */
export async function journeys(options: string[]): Promise<void> {
  const number = (name: string, fallback: number) =>
    Number(options.find((option) => option.startsWith(`--${name}=`))?.split('=')[1] ?? fallback)
  const atOnce = number('at-once', 16)
  const long = { seconds: number('seconds', 30), journeys: number('journeys', 0) }
  const warmUp = { seconds: number('warm-up', 10), journeys: number('warm-up-journeys', 0) }
  const service = await playResend()
  const desk = new MailDesk(service)
  const dataDir = makeDataDir()
  const settings = { ...settingsFor(service), DATA_DIR: dataDir, LIMITS: 'off' }
  let page = ''
  let measured: Measured | undefined
  try {
    const product = await startProduct({ settings: { ...settings, WORKERS_IN_WEB: '0' } })
    const worker = await startWorker(BUILT, { ...settings, APP_URL: product.url }).catch(async (error: unknown) => {
      await product.stop()
      throw error
    })
    const visitor = new Visitor(product.url)
    try {
      const parts = partsOf(product, worker)
      await walkFor(warmUp, atOnce, visitor, desk)
      const idle = usedBy(parts)
      await sleep(IDLE_SECONDS * 1000)
      const before = usedBy(parts)
      measured = await walkFor(long, atOnce, visitor, desk)
      const after = usedBy(parts)
      report(measured, before, after, atOnce)
      tellIdle(idle, before, IDLE_SECONDS)
      if (!options.includes('--no-statements')) {
        const asked = await statementsAStep(product, parts, visitor, desk, turns(COUNTED))
        for (const [step, { web, worker, webMs }] of asked) {
          const statements = `statements of web ${web.toFixed(1)}, of worker ${worker.toFixed(1)}`
          console.log(`  one at a time, ${step}: web ${webMs.toFixed(1)} ms; ${statements}`)
        }
        const sum = (part: 'web' | 'worker') => [...asked.values()].reduce((whole, each) => whole + each[part], 0)
        console.log(`  statements of a journey: web ${sum('web').toFixed(1)}, worker ${sum('worker').toFixed(1)}`)
      }
      page = (await visitor.get(CAMPAIGN)).html
    } finally {
      visitor.leave()
      await worker.stop()
      await product.stop()
    }
    if (!options.includes('--no-floor')) {
      const database = await startEmbedded({ dataDir })
      const bare = page.replace(/<script[\s\S]*?<\/script>/g, '')
      const given = { dataDir, url: database.url, mail: service.url, page: bare }
      tellFloor(await floor(given, Math.max(200, measured.done), atOnce).finally(() => database.release()))
    }
  } finally {
    desk.close()
    await service.close()
    removeDataDir(dataDir)
  }
}

let turn = 0
const nextPostcode = () => postcodes[turn++ % postcodes.length] ?? ''
const turns = (count: number) => Array.from({ length: count }, nextPostcode)

/** Has so many people write, one letter after the other, for so long or so often; gives when each of them has ended. */
async function walkFor(
  { seconds, journeys }: { seconds: number; journeys: number },
  atOnce: number,
  visitor: Visitor,
  desk: MailDesk,
): Promise<Measured> {
  const took: Took[] = []
  const failures = new Map<string, number>()
  let [begun, done] = [0, 0]
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  const walk = async () => {
    while (journeys > 0 ? begun++ < journeys : elapsed() < seconds) {
      try {
        await goJourney(visitor, desk, nextPostcode(), (step) => void took.push(step))
        done++
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error)
        failures.set(said, (failures.get(said) ?? 0) + 1)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
  const whole = elapsed()
  await sleep(SETTLED_MS)
  return { took, failures, done, seconds: whole }
}
