import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { type Used, usedBy } from '@/bench/journeys/processes'
import { makePerson } from '@/e2e/fixtures/person'
import { databasePid } from '@/e2e/fixtures/product'

/** What the bare server is told when it begins. */
export type Begin = { url: string; mail: string; page: string }
export type Floor = { used: Used; journeys: number; seconds: number }

const WARM_UP = 100
const PATIENCE_MS = 60_000

/**
 * The floor: a bare server of Node and postgres.js that does the same transactions for each journey (the same rows,
 * seals, triggers and jobs, in as few statements as they go into), and fills the pages into a template. It leaves out
 * checks, limits, originality, composing, the bodies of mail and what the ledger is for.
 */
export async function floor(
  { dataDir, url, mail, page }: Begin & { dataDir: string },
  journeys: number,
  atOnce: number,
): Promise<Floor> {
  const server = fork(join(import.meta.dirname, 'floor-server.ts'), { detached: true })
  try {
    server.send({ url, mail, page } satisfies Begin)
    const [port] = (await once(server, 'message')) as [number]
    const agent = new Agent({ keepAlive: true })
    const walk = () => journey(`http://127.0.0.1:${port}`, agent)
    await atATime(atOnce, WARM_UP, walk)
    await untilSettled(url)
    const parts = { web: server.pid ?? 0, worker: -1, database: databasePid(dataDir) ?? 0 }
    const before = usedBy(parts)
    const began = performance.now()
    await atATime(atOnce, journeys, walk)
    const seconds = (performance.now() - began) / 1000
    await untilSettled(url)
    const after = usedBy(parts)
    agent.destroy()
    const used = { web: after.web - before.web, worker: 0, database: after.database - before.database }
    return { used, journeys, seconds }
  } finally {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  }
}

async function journey(base: string, agent: Agent): Promise<void> {
  const { name, email, reason } = makePerson()
  const ask = (path: string, form?: Record<string, string>) => answered(`${base}${path}`, agent, form)
  for (const path of ['/campaign', '/mp', '/words']) await ask(path)
  const given = await ask('/give', { reason })
  await ask('/you', { name, email })
  await ask('/check', { name, email })
  const letterId = await ask('/submit', { name, email, given })
  await ask(`/sent/${letterId}`)
  await ask(`/confirm/${letterId}`)
  await ask(`/confirm/${letterId}`, {})
  await ask(`/letter/${letterId}`)
}

/** What an answer says in its header `said`, once it has all come. */
function answered(url: string, agent: Agent, form?: Record<string, string>): Promise<string> {
  return new Promise((done, fail) => {
    const body = form && new URLSearchParams(form).toString()
    request(url, { agent, method: body === undefined ? 'GET' : 'POST' }, (answer) => {
      answer.resume()
      answer.once('end', () =>
        (answer.statusCode ?? 500) < 400
          ? done(String(answer.headers.said ?? ''))
          : fail(new Error(`Not answered: ${url}.`)),
      )
    })
      .once('error', fail)
      .end(body)
  })
}

async function atATime(atOnce: number, count: number, work: () => Promise<void>): Promise<void> {
  let begun = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (begun++ < count) await work()
    }),
  )
}

/** Until every letter of the bare server was sent. */
async function untilSettled(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const left = () => sql`select from letters where sketch = 'floor' and copied_at is null limit 1`
  try {
    for (const deadline = Date.now() + PATIENCE_MS; (await left()).length > 0; await sleep(100)) {
      if (Date.now() > deadline) throw new Error('The bare server did not send every letter.')
    }
  } finally {
    await sql.end()
  }
}
