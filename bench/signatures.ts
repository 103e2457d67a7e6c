import { setTimeout as sleep } from 'node:timers/promises'
import { ByHttp } from '@/e2e/fixtures/by-http'
import { seats } from '@/e2e/fixtures/directory'
import { linkIn, type Mail, Mailbox } from '@/e2e/fixtures/mailbox'
import { makePerson } from '@/e2e/fixtures/person'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'

const SUPPORTERS = 200
const PATIENCE_MS = 120_000

/**
 * Two hundred people write, submit and confirm at the same moment, through HTTP and without scripts. Beside
 * it, as many requests to the health address, which asks the database one thing.
 */
export async function signatures(): Promise<void> {
  const product = await startProduct({ settings: { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' } })
  try {
    const began = performance.now()
    const mailbox = new Mailbox(product.url)
    const people = Array.from({ length: SUPPORTERS }, (_, i) => ({
      person: makePerson(),
      postcode: sendable[i % sendable.length] ?? '',
    }))
    await Promise.all(people.map(({ person, postcode }) => new ByHttp(product.url).submit(postcode, person)))
    const submitted = performance.now()
    const writers = new Set(people.map(({ person }) => person.email))
    const asked = await untilAll(mailbox, ({ to, text }) => writers.has(to) && text.includes('/confirm/'))
    await Promise.all(asked.map((mail) => new ByHttp(product.url).confirm(linkIn(mail, 'confirm'))))
    const confirmed = performance.now()
    const letters = await untilAll(mailbox, ({ replyTo }) => replyTo !== null && writers.has(replyTo))
    const sent = performance.now()
    const requests = await health(product.url)
    console.log(`  ${SUPPORTERS} letters written and submitted in ${seconds(submitted - began)}`)
    console.log(
      `  confirmed in a further ${seconds(confirmed - submitted)}; all ${letters.length} letters sent after ${seconds(sent - began)} in all`,
    )
    console.log(
      `  ${SUPPORTERS * 4} health requests: ${seconds(requests)}; ratio ${((submitted - began) / requests).toFixed(1)} for the ${SUPPORTERS * 4} requests of submitting`,
    )
  } finally {
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

const sendable = seats.filter(({ member }) => member?.email).map(({ examplePostcode }) => examplePostcode)

/** One look at the mailbox for everybody: two hundred that each look for themselves would be the load. */
async function untilAll(mailbox: Mailbox, fits: (mail: Mail) => boolean): Promise<Mail[]> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(200)) {
    const found = (await mailbox.read()).filter(fits)
    if (found.length >= SUPPORTERS) return found
  }
  throw new Error('Not every message came.')
}

async function health(url: string): Promise<number> {
  const began = performance.now()
  await Promise.all(Array.from({ length: SUPPORTERS * 4 }, async () => (await fetch(`${url}/api/health`)).text()))
  return performance.now() - began
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
