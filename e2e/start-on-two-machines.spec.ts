import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbedded } from '@/db/embedded'
import { type PlayedEmail, playResend } from '@/lib/mailer/testing/play-resend'
import { type Answer, ask, ByHttp } from './fixtures/by-http'
import { onDatabase } from './fixtures/database'
import { seats } from './fixtures/directory'
import { settingsFor } from './fixtures/letters-way'
import { test } from './fixtures/own-product'
import { makePerson, type Person } from './fixtures/person'
import { freePort, makeDataDir, type Product, removeDataDir } from './fixtures/product'
import { type SpreadingProxy, spreadingProxy } from './fixtures/spreading-proxy'
import { expect } from './fixtures/test'

const WRITERS = 24
const AT_ONCE = 6
/** At this letter’s call to the mail service the machine that makes it is killed, as the service has just taken it. */
const FATAL = 8
const LOOK_UPS = 40
const KEYS = ['re_one', 're_other']
const PATIENCE_MS = 60_000
const postcodes = seats.filter(({ member }) => member?.email).map(({ examplePostcode }) => examplePostcode)

type Service = Awaited<ReturnType<typeof playResend>>
type Machine = { product: Product; port: number; worker: string }

test('two machines behind one proxy are one product: of one that is killed, nothing acknowledged is lost and nothing goes twice, and limits hold over both', async ({
  start,
  dataDir,
}) => {
  const service = await playResend()
  const proxy = await spreadingProxy()
  const database = await startEmbedded({ dataDir })
  const folders: string[] = []
  const machines = new Map<string, Machine>()
  const startMachine = async (key: string) => {
    const before = await workers(dataDir)
    const port = machines.get(key)?.port ?? (await freePort())
    const own = makeDataDir()
    folders.push(own)
    const product = await start({
      ...settingsFor(service),
      ...JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')),
      RESEND_API_KEY: key,
      DATABASE_URL: database.url,
      DATA_DIR: own,
      PORT: `${port}`,
      APP_URL: proxy.url,
      TRUST_PROXY: 'loopback',
      LIMITS: 'on',
      LIMIT_LOOK_UP: `${LOOK_UPS}/1h`,
    })
    const added = async () => (await workers(dataDir)).filter((id) => !before.includes(id))
    await expect.poll(added).toHaveLength(1)
    machines.set(key, { product, port, worker: (await added())[0] ?? '' })
    proxy.origins.splice(0, 2, ...[...machines.values()].map((machine) => machine.port))
  }
  try {
    for (const key of KEYS) await startMachine(key)
    let calls = 0
    let killed = ''
    service.decide = () => {
      const call = service.asked.at(-1)
      if (!call?.emails.some(isLetter) || ++calls !== FATAL) return null
      killed = call.authorization.replace('Bearer ', '')
      machines.get(killed)?.product.signal('SIGKILL')
      return null
    }
    const people = Array.from({ length: WRITERS }, makePerson)
    const writing = atATime(AT_ONCE, people, (person, at) => write(proxy, service, person, postcodes[at] ?? ''))
    await expect.poll(() => killed, { timeout: PATIENCE_MS }).not.toBe('')
    await machines.get(killed)?.product.ended
    await longAfter(dataDir, service, `Bearer ${killed}`, machines.get(killed)?.worker ?? '')
    await startMachine(killed)
    await writing
    await expect.poll(() => unsent(dataDir), { timeout: PATIENCE_MS }).toBe(0)
    for (const { email } of people) await mailTo(service, email, 'This is your copy')
    const writers = service.taken.filter(isLetter).map(({ reply_to }) => reply_to)
    expect(writers.sort()).toEqual(people.map(({ email }) => email).sort())

    const before = new Map(proxy.answered)
    const lookUps: number[] = []
    for (let asked = 0; asked < LOOK_UPS + 4; asked++) {
      const headers = { 'x-forwarded-for': '203.0.113.9' }
      lookUps.push((await ask(proxy.url, '/api/postcodes/SW1A0AA', undefined, headers)).status)
    }
    expect(lookUps).toEqual([...Array(LOOK_UPS).fill(200), ...Array(4).fill(429)])
    for (const [port, count] of proxy.answered) expect(count - (before.get(port) ?? 0)).toBe((LOOK_UPS + 4) / 2)
    console.log(`  killed with ${proxy.broken()} requests under way`)
  } finally {
    for (const { product } of machines.values()) await product.stop()
    for (const folder of folders) removeDataDir(folder)
    await database.release()
    proxy.close()
    await service.close()
  }
})

/** A supporter who presses again where an answer does not come. */
class Patient extends ByHttp {
  override async send(...form: Parameters<ByHttp['send']>): Promise<Answer> {
    for (;;) {
      const answer = await super.send(...form)
      if (answer.status !== 502) return answer
    }
  }
}

async function write(proxy: SpreadingProxy, service: Service, person: Person, postcode: string): Promise<void> {
  const http = new Patient(proxy.url)
  expect((await http.submit(postcode, person)).status).toBe(303)
  const asking = await mailTo(service, person.email, '/confirm/')
  const [link = ''] = /https?:\/\/[^\s<>"]+\/confirm\/[\w-]+/.exec(asking.text) ?? []
  const { status, location } = await http.confirm(link)
  expect(status).toBe(303)
  expect((await ask(proxy.url, location ?? '')).html).toContain('Thank you for writing')
}

async function mailTo(service: Service, to: string, says: string): Promise<PlayedEmail> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
    const mail = service.taken.find((each) => each.to === to && each.text.replace(/\s+/g, ' ').includes(says))
    if (mail) return mail
  }
  throw new Error(`No mail with “${says}” came to ${to}.`)
}

async function atATime<T>(most: number, all: T[], work: (one: T, at: number) => Promise<void>): Promise<void> {
  const waiting = [...all.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: most }, worker))
}

function workers(dataDir: string): Promise<string[]> {
  return onDatabase(dataDir, async (sql) => (await sql`select id from workers`).map(({ id }) => id))
}

function unsent(dataDir: string): Promise<number> {
  return onDatabase(dataDir, async (sql) => {
    const [row] = await sql`select count(*)::int as count from letters where state <> 'accepted'`
    return row?.count
  })
}

/** As much later as a lease takes to end, and a worker without a heartbeat to be dead. What the others are at is left. */
function longAfter(dataDir: string, service: Service, dead: string, worker: string): Promise<void> {
  const others = service.asked.flatMap(({ key, authorization }) => (authorization === dead ? [] : [key]))
  return onDatabase(dataDir, async (sql) => {
    await sql`update delivery_batches set lease_until = now() where ended_at is null and key <> all(${others})`
    await sql`update workers set seen_at = now() - interval '2 minutes' where id = ${worker}`
  })
}

const isLetter = ({ tags }: PlayedEmail) => tags.some(({ name, value }) => name === 'kind' && value === 'letter')
