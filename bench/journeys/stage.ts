import { setTimeout as sleep } from 'node:timers/promises'
import { seats } from '@/e2e/fixtures/directory'
import { settingsFor } from '@/e2e/fixtures/letters-way'
import { BUILT, makeDataDir, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { goJourney, type Took } from './go-journey'
import { MailDesk } from './mail-desk'
import { partsOf, startWorker } from './processes'
import type { Measured } from './report'
import { Visitor } from './visitor'

/** How long what the last journey has left for the worker may take to be settled before the time is taken. */
const SETTLED_MS = 2000

const reachable = seats.filter(({ member }) => member?.email)
let turn = 0

/** The first seats of those whose MP has an e-mail address, all of them unless told. */
export const someSeats = (most = reachable.length) => reachable.slice(0, most)

/** Postcodes of so many seats in turn, each another MP's. */
export function nextPostcode(most?: number): string {
  const some = someSeats(most)
  return some[turn++ % some.length]?.examplePostcode ?? ''
}

/** So long, or, where a number of journeys is given, so many. */
export type Span = { seconds: number; journeys: number }
export type Stage = Awaited<ReturnType<typeof setStage>>

/**
 * A product and a worker of their own, limits lifted, whose mail goes to a service that is played; and their visitor.
 * `seatsMost`: from so many seats they write.
 */
export async function setStage(seatsMost?: number) {
  const service = await playResend()
  const desk = new MailDesk(service)
  const dataDir = makeDataDir()
  const settings = { ...settingsFor(service), DATA_DIR: dataDir, LIMITS: 'off' }
  const clear = async () => {
    desk.close()
    await service.close()
    removeDataDir(dataDir)
  }
  try {
    const product = await startProduct({ settings: { ...settings, WORKERS_IN_WEB: '0' } })
    const worker = await startWorker(BUILT, { ...settings, APP_URL: product.url }).catch(async (error: unknown) => {
      await product.stop()
      throw error
    })
    const visitor = new Visitor(product.url)
    return {
      dataDir,
      product,
      parts: partsOf(product, worker),
      visitor,
      desk,
      mailUrl: service.url,
      walk: (span: Span, atOnce: number) => walkFor(span, atOnce, visitor, desk, () => nextPostcode(seatsMost)),
      /** Ends the product and the worker; the data stays. */
      async end(): Promise<void> {
        visitor.leave()
        await worker.stop()
        await product.stop()
      },
      /** Removes what is left, once they have ended. */
      clear,
    }
  } catch (error) {
    await clear()
    throw error
  }
}

/** Has so many people write, one letter after the other, for so long or so often; gives when each of them has ended. */
async function walkFor(
  { seconds, journeys }: Span,
  atOnce: number,
  visitor: Visitor,
  desk: MailDesk,
  postcode: () => string,
): Promise<Measured> {
  const took: Took[] = []
  const failures = new Map<string, number>()
  let [begun, done] = [0, 0]
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  const walk = async () => {
    while (journeys > 0 ? begun++ < journeys : elapsed() < seconds) {
      try {
        await goJourney(visitor, desk, postcode(), (step) => void took.push(step))
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
