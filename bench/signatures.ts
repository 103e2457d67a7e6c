import { setTimeout as sleep } from 'node:timers/promises'
import { ByHttp } from '../e2e/fixtures/by-http'
import { seats } from '../e2e/fixtures/directory'
import { Mailbox } from '../e2e/fixtures/mailbox'
import { makePerson } from '../e2e/fixtures/person'
import { removeDataDir, startProduct } from '../e2e/fixtures/product'

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
    await Promise.all(
      people.map(async ({ person }) => new ByHttp(product.url).confirm(await mailbox.confirmLink(person.email))),
    )
    const confirmed = performance.now()
    const letters = await untilAll(mailbox, new Set(people.map(({ person }) => person.email)))
    const sent = performance.now()
    const requests = await health(product.url)
    console.log(`  ${SUPPORTERS} letters written and submitted in ${seconds(submitted - began)}`)
    console.log(
      `  confirmed in a further ${seconds(confirmed - submitted)}; all ${letters} letters sent after ${seconds(sent - began)} in all`,
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

async function untilAll(mailbox: Mailbox, writers: Set<string>): Promise<number> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(200)) {
    const letters = (await mailbox.read()).filter(({ replyTo }) => replyTo !== null && writers.has(replyTo))
    if (letters.length >= writers.size) return letters.length
  }
  throw new Error('Not every letter was sent.')
}

async function health(url: string): Promise<number> {
  const began = performance.now()
  await Promise.all(Array.from({ length: SUPPORTERS * 4 }, async () => (await fetch(`${url}/api/health`)).text()))
  return performance.now() - began
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
