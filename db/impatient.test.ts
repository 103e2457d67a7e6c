import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseAway, isDatabaseAway } from './away'
import { connect, connection, type Database, disconnect } from './client'
import { waitedInVain, withPatience } from './patience'
import { freshDatabase, onDatabase } from './testing'

const MS = 300

/** What lies between us and the server. While it stalls, nothing comes through, and nothing is refused either. */
const line = { stalls: false, sockets: new Set<Socket>(), held: [] as (() => void)[], all: [] as { is: boolean }[] }
let between: Server
let own = ''
let db: Database

/** The server answers again: what was sent meanwhile arrives, or those connections are lost without a word. */
function goOn(withHeld: boolean): void {
  line.stalls = false
  if (withHeld) for (const each of line.all) each.is = false
  for (const send of line.held.splice(0)) if (withHeld) send()
}

beforeAll(async () => {
  own = await freshDatabase('empty')
  const { hostname, port } = new URL(own)
  between = createServer((near) => {
    const far = dial({ host: hostname, port: Number(port) })
    const held = { is: false }
    line.all.push(held)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      line.sockets.add(from)
      const pass = (send: () => void) => {
        if (line.stalls) held.is = true
        if (held.is) line.held.push(send)
        else send()
      }
      from.on('data', (bytes) => pass(() => to.write(bytes)))
      from.on('close', () => pass(() => to.destroy())).on('error', () => {})
    }
  })
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  const address = between.address()
  if (typeof address !== 'object' || !address) throw new Error('It does not listen.')
  const url = Object.assign(new URL(own), { hostname: '127.0.0.1', port: `${address.port}` }).href
  db = connect(url, { max: 3 })
  await db.execute(sql`create table kept (one int)`)
})
afterAll(async () => {
  await disconnect(0)
  for (const socket of line.sockets) socket.destroy()
  between.close()
})

const one = async () => await db.execute(sql`select 1 as one`)

const AGAIN = { timeout: 60_000 }
/** Whoever asks waits no longer, on a machine as busy as may be. */
const LONGEST_MS = 10_000
/** How many of six at once are answered. */
async function worksAgain(): Promise<number> {
  const six = await withPatience(2000, () => Promise.allSettled(Array.from({ length: 6 }, one)))
  return six.filter(({ status }) => status === 'fulfilled').length
}

const ASKED: [string, () => Promise<unknown>][] = [
  ['a statement', one],
  ['a statement of the pool itself', async () => connection().unsafe('select 1', [])],
  ['a transaction that begins', () => db.transaction((tx) => tx.execute(sql`select 1`))],
  ['more than there are connections', () => Promise.all(Array.from({ length: 20 }, one))],
  ['one that goes on after another failed', () => one().catch(one)],
]
test.each(
  ASKED.flatMap(([what, ask], at) =>
    (at === 0 ? [true, false] : [at % 2 === 0]).map((late) => [what, late, ask] as const),
  ),
)('%s ends in time where the server falls silent, and works once it answers (late: %s)', async (_, late, ask) => {
  await Promise.all([one(), one(), one()])
  line.stalls = true
  const began = performance.now()
  try {
    await withPatience(MS, async () => {
      await expect(ask()).rejects.toSatisfy(isDatabaseAway)
      expect(waitedInVain()).toBe(true)
    })
    expect(performance.now() - began).toBeLessThan(LONGEST_MS)
  } finally {
    goOn(late)
  }
  await expect.poll(worksAgain, AGAIN).toBe(6)
})

test('a transaction whose server falls silent within it, or at its end, ends in time', async () => {
  for (const end of [(tx: Pick<Database, 'execute'>) => tx.execute(sql`select 1`), () => Promise.resolve()]) {
    const began = performance.now()
    const work = withPatience(MS, () =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select 1`)
        line.stalls = true
        await end(tx)
      }),
    )
    await expect(work).rejects.toBeInstanceOf(Error)
    goOn(false)
    expect(performance.now() - began).toBeLessThan(LONGEST_MS)
    await expect.poll(worksAgain, AGAIN).toBe(6)
  }
})

test('who waits for a lock gives up, and leaves no statement behind that waits on', async () => {
  await onDatabase(own, async (holder) => {
    await holder.begin(async (held) => {
      await held`lock table kept`
      const insert = async (to: Pick<Database, 'execute'>) => await to.execute(sql`insert into kept values (1)`)
      for (const ask of [() => insert(db), () => db.transaction(insert)])
        await expect(withPatience(MS, ask)).rejects.toSatisfy(isDatabaseAway)
      const waiting = () => held`select 1 from pg_locks where not granted and relation = 'kept'::regclass`
      await expect.poll(waiting).toHaveLength(0)
    })
  })
  expect(await db.execute(sql`select * from kept`)).toHaveLength(0)
})

test('the time for a request is for all its statements, and whoever is waited for by nobody takes longer', async () => {
  // One nap leaves a busy machine three times its length; four are more than is waited for.
  const [most, seconds] = [2000, 0.6]
  const nap = async () => await db.execute(sql`select pg_sleep(${seconds})`)
  const naps = async () => {
    for (let taken = 0; taken < 4; taken++) await nap()
  }
  await expect(withPatience(most, naps)).rejects.toMatchObject({ cause: expect.any(DatabaseAway) })
  await withPatience(most, () => Promise.all([nap(), nap(), nap()]))
  await withPatience(most, async ({ end }) => {
    end()
    await naps()
  })
})
