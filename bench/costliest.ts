import { setTimeout as sleep } from 'node:timers/promises'
import { ByHttp } from '@/e2e/fixtures/by-http'
import { postcodeIn, seats } from '@/e2e/fixtures/directory'
import { linkIn, Mailbox } from '@/e2e/fixtures/mailbox'
import { makePerson } from '@/e2e/fixtures/person'
import { type Product, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { type Costly, costlyRequests, type Target } from './costly-requests'
import { costlyTexts } from './costly-texts'
import { type HealthWatch, watchHealth } from './health-watch'
import { median } from './median'
import { processorTime } from './processor-time'
import { type Sent, send } from './send-costly'

const MOST_WAIT_MS = 250
const CALM_MS = 3_000
/** What goes on after an answer is waited for as well. */
const AFTER_MS = 150
const HEALTH_REQUESTS = 300

const SETTINGS = {
  LIMITS: 'off',
  MEMBERS_API_URL: 'off',
  POSTCODES_API_URL: 'off',
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 'bench').toString('base64')}`,
}

type Row = { name: string; sent: Sent[]; longest: number; processor: number }

/**
 * The costliest requests that anybody can make against the public addresses, each within its limits: how long the health
 * address, asked every 20 ms meanwhile, had to wait, and what processor time they took. Beside it, the same with nothing
 * else going on, and the processor time of as many requests of that address. Fails where one of them waits too long.
 */
export async function costliest(): Promise<void> {
  const product = await startProduct({ settings: SETTINGS })
  const watch = await watchHealth(product.url)
  try {
    const calm = await calmly(watch)
    const each = await healthCosts(product, watch)
    console.log(`  /api/health with nothing else going on: ${calm}`)
    console.log(`  one request of it takes ${each.toFixed(1)} ms of processor time`)
    const target = await aimAt(product)
    console.log(
      `\n  ${'longest wait'.padStart(12)} ${'processor'.padStart(10)} ${'ratio'.padStart(6)} ${'bytes'.padStart(10)}  what`,
    )
    const rows: Row[] = []
    for (const costly of [...costlyRequests, ...letterOfEach()]) {
      const row = await measured(product, watch, target, costly, each)
      console.log(line(row, each))
      rows.push(row)
    }
    console.log(`\n  and again, with nothing else going on: ${await calmly(watch)}`)
    sum(rows)
  } finally {
    await watch.stop()
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

async function measured(
  product: Product,
  watch: HealthWatch,
  target: Target,
  { name, run }: Costly,
  each: number,
): Promise<Row> {
  await sleep(AFTER_MS)
  await watch.waits()
  const before = processorTime(product.pid)
  const sent = await run(target)
  await sleep(AFTER_MS)
  const waits = await watch.waits()
  const processor = processorTime(product.pid) - before - waits.length * each
  return { name, sent, longest: Math.max(0, ...waits), processor: Math.max(0, processor) }
}

async function calmly(watch: HealthWatch): Promise<string> {
  await sleep(AFTER_MS)
  await watch.waits()
  await sleep(CALM_MS)
  const waits = await watch.waits()
  return `median ${median(waits).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms of ${waits.length}`
}

/** Milliseconds of processor time that one request of the health address takes. */
async function healthCosts({ url, pid }: Product, watch: HealthWatch): Promise<number> {
  await watch.waits()
  const before = processorTime(pid)
  for (let asked = 0; asked < HEALTH_REQUESTS; asked++) await send(`${url}/api/health`)
  const watched = (await watch.waits()).length
  return (processorTime(pid) - before) / (HEALTH_REQUESTS + watched)
}

/** Three letters in two scripts to MPs without an e-mail address: their writers can have them as PDFs. */
async function aimAt({ url }: Product): Promise<Target> {
  const mailbox = new Mailbox(url)
  const letters = ['New Forest East', 'West Tyrone', 'New Forest East'].map(async (constituency, at) => {
    const person = makePerson()
    const body = `${at}${costlyTexts['two scripts']?.slice(1)}`
    await new ByHttp(url).submit(postcodeIn(constituency), person, { body })
    await new ByHttp(url).confirm(await mailbox.confirmLink(person.email))
    const told = await mailbox.waitFor({ to: person.email, says: '/print/' })
    return `${linkIn(told, 'campaigns/artsakh-ceasefire/print')}/letter.pdf`
  })
  return { url, letters: await Promise.all(letters) }
}

/** Whole letters: taken, compared with others, confirmed, rendered, sealed and sent. */
function letterOfEach(): Costly[] {
  const sendable = seats.filter(({ member }) => member?.email)
  return Object.entries(costlyTexts).map(([name, body], at) => ({
    name: `whole letter of ${name}, confirmed and sent`,
    run: async ({ url }) => {
      const person = makePerson()
      const submitted = await new ByHttp(url).submit(sendable[at]?.examplePostcode ?? '', person, { body })
      const mailbox = new Mailbox(url)
      const confirmed = await new ByHttp(url).confirm(await mailbox.confirmLink(person.email))
      const shown = await send(new URL(confirmed.location ?? '/', url).href)
      await sleep(1_000)
      return [submitted, confirmed]
        .map(({ status, html }) => ({ status, bytes: html.length, text: html }))
        .concat(shown)
    },
  }))
}

function line({ name, sent, longest, processor }: Row, each: number): string {
  const bytes = sent.reduce((sum, one) => sum + one.bytes, 0)
  const cells = [
    `${longest.toFixed(0)} ms`.padStart(12),
    `${processor.toFixed(0)} ms`.padStart(10),
    (processor / (sent.length * each)).toFixed(1).padStart(6),
    bytes.toLocaleString('en-GB').padStart(10),
  ]
  return `  ${cells.join(' ')}  ${longest > MOST_WAIT_MS ? '! ' : ''}${name} (${statuses(sent)})`
}

function statuses(sent: Sent[]): string {
  const times = new Map<number, number>()
  for (const { status } of sent) times.set(status, (times.get(status) ?? 0) + 1)
  return [...times].map(([status, count]) => `${count} × ${status || 'ended'}`).join(', ')
}

function sum(rows: Row[]): void {
  const late = rows.filter(({ longest }) => longest > MOST_WAIT_MS)
  const longest = Math.max(...rows.map((row) => row.longest))
  console.log(`  of ${rows.length} costly requests, the longest wait was ${longest.toFixed(0)} ms`)
  if (late.length === 0) return
  process.exitCode = 1
  console.log(
    `  ${late.length} held /api/health for more than ${MOST_WAIT_MS} ms: ${late.map(({ name }) => name).join('; ')}`,
  )
}
