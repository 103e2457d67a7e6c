import { setTimeout as sleep } from 'node:timers/promises'
import { goJourney } from '@/bench/journeys/go-journey'
import { MailDesk } from '@/bench/journeys/mail-desk'
import { percentile } from '@/bench/journeys/report'
import { onDatabase } from '@/e2e/fixtures/database'
import { seats } from '@/e2e/fixtures/directory'
import { settingsFor } from '@/e2e/fixtures/letters-way'
import { makeDataDir, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { AskedBack, type Met, PatientVisitor } from './patient-visitor'

const postcodes = seats.filter(({ member }) => member?.email).map(({ examplePostcode }) => examplePostcode)
const MEASURED_SECONDS = 20
const AT_ONCE = 24
/** After the spike a tenth of what it can carry comes, for so long. */
const AFTER_SECONDS = 90
/** A page that takes longer is late. */
const LATE_MS = 500
const MAILED_WITHIN_SECONDS = 1200

type Tally = Met & { done: number; failures: Map<string, number> }

/**
 * More than it can carry: first how many journeys a second there are with many at once; then, for `--minutes=10`,
 * `--times=2` as many begin, each from an address of their own, who leave when asked to come back and, once they have begun, wait and
 * send again; then few, until pages are as quick as ever. In the end each letter that was confirmed was sent, once.
 */
export async function spike(options: string[]): Promise<void> {
  const number = (name: string, fallback: number) =>
    Number(options.find((option) => option.startsWith(`--${name}=`))?.split('=')[1] ?? fallback)
  const [minutes, times] = [number('minutes', 10), number('times', 2)]
  const service = await playResend()
  const desk = new MailDesk(service)
  const dataDir = makeDataDir()
  const settings = { ...settingsFor(service), DATA_DIR: dataDir, LIMITS: 'off', TRUST_PROXY: '1' }
  try {
    const product = await startProduct({
      settings: { ...settings, WEB_PROCESSES: options.includes('--one') ? '1' : '2' },
    })
    try {
      const before = tally()
      const until = performance.now() + MEASURED_SECONDS * 1000
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (performance.now() < until) await come(product.url, desk, before)
        }),
      )
      const carries = before.done / MEASURED_SECONDS
      tell(`${AT_ONCE} at once, for ${MEASURED_SECONDS} s`, before, MEASURED_SECONDS)

      const during = tally()
      const arrived = await arrive(carries * times, minutes * 60, () => come(product.url, desk, during))
      tell(`${times} times that, ${(carries * times).toFixed(1)} a second, for ${minutes} min`, during, minutes * 60)

      const after = tally()
      const ended = performance.now()
      let lateUntil = ended
      const few = await arrive(carries / 10, AFTER_SECONDS, async () => {
        const met = tally()
        await come(product.url, desk, met)
        if (met.askedBack > 0 || met.pages.some((ms) => ms > LATE_MS)) lateUntil = performance.now()
        add(after, met)
      })
      tell(`after it, ${(carries / 10).toFixed(1)} a second`, after, AFTER_SECONDS)
      console.log(
        `  somebody was late or asked back until ${((lateUntil - ended) / 1000).toFixed(0)} s after the spike`,
      )
      await Promise.all([...arrived, ...few])
      await tellLetters(dataDir, during)
      console.log(
        `  mail taken in all: ${desk.taken}; all was out ${((performance.now() - ended) / 1000).toFixed(0)} s after the spike`,
      )
    } finally {
      await product.stop()
    }
  } finally {
    desk.close()
    await service.close()
    removeDataDir(dataDir)
  }
}

function tally(): Tally {
  return { pages: [], askedBack: 0, sentAgain: 0, done: 0, failures: new Map() }
}

function add(to: Tally, from: Tally): void {
  to.pages.push(...from.pages)
  to.askedBack += from.askedBack
  to.sentAgain += from.sentAgain
  to.done += from.done
  for (const [said, count] of from.failures) to.failures.set(said, (to.failures.get(said) ?? 0) + count)
}

let came = 0

/** One visitor, from an address of their own, until their letter and its copy have come or they have left. */
async function come(url: string, desk: MailDesk, met: Tally): Promise<void> {
  const turn = came++
  const visitor = new PatientVisitor(url, addressOf(turn), met)
  try {
    await goJourney(visitor, desk, postcodes[turn % postcodes.length] ?? '', () => {}, MAILED_WITHIN_SECONDS * 1000)
    met.done++
  } catch (error) {
    if (error instanceof AskedBack) return
    const said = error instanceof Error ? error.message : String(error)
    met.failures.set(said, (met.failures.get(said) ?? 0) + 1)
  } finally {
    visitor.leave()
  }
}

/** Of 190 × 256 networks, one after the other: what comes from one network alone would be looked at. */
function addressOf(turn: number): string {
  const network = (turn * 7919) % (190 * 256)
  return `${11 + (network >> 8)}.${network & 255}.${Math.floor(turn / 256) & 255}.${turn & 255}`
}

/** Has so many begin in a second, whether or not the others have ended. Gives those who are still under way. */
async function arrive(aSecond: number, seconds: number, begin: () => Promise<void>): Promise<Set<Promise<void>>> {
  const underWay = new Set<Promise<void>>()
  const began = performance.now()
  for (let begun = 0; ; begun++) {
    const wait = began + (begun / aSecond) * 1000 - performance.now()
    if (wait > 0) await sleep(wait)
    if (performance.now() - began > seconds * 1000) return underWay
    const one: Promise<void> = begin().finally(() => underWay.delete(one))
    underWay.add(one)
  }
}

function tell(what: string, { pages, askedBack, sentAgain, done, failures }: Tally, seconds: number): void {
  const ms = pages.toSorted((a, b) => a - b)
  const at = (part: number) => `${percentile(ms, part).toFixed(0)} ms`
  console.log(
    `  ${what}: ${done} whole journeys, ${(done / seconds).toFixed(1)} a second; pages p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}; asked to come back before beginning ${askedBack}, later ${sentAgain}; failed ${[...failures.values()].reduce((sum, count) => sum + count, 0)}`,
  )
  for (const [said, count] of failures) console.log(`    ${count} × ${said}`)
}

async function tellLetters(dataDir: string, { failures }: Tally): Promise<void> {
  const [row] = await onDatabase(
    dataDir,
    (sql) => sql`
      select
        (select count(*)::int from supporters where confirmed_at is not null) as confirmed,
        (select count(*)::int from letters where state = 'accepted') as accepted,
        (select count(*)::int from delivery_attempts where outcome = 'accepted') as attempts`,
  )
  console.log(
    `  confirmed ${row?.confirmed}, letters accepted ${row?.accepted}, attempts accepted ${row?.attempts}; journeys that failed while it was too much: ${failures.size === 0 ? 'none' : [...failures.keys()].join('; ')}`,
  )
}
