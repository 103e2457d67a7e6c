import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { ByHttp } from './fixtures/by-http'
import { Mailbox } from './fixtures/mailbox'
import { test } from './fixtures/own-product'
import { CAMPAIGN } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { databasePid, freePort, isRunning, type Product } from './fixtures/product'
import { signedIn } from './fixtures/staff'
import { expect } from './fixtures/test'

test('several web processes are one product: limits hold over all, what is set is set for all, one that falls is replaced, and a stop ends every one', async ({
  start,
  dataDir,
  browser,
}) => {
  const metrics = { METRICS_PORT: String(await freePort()), METRICS_TOKEN: 'told-to-prometheus-alone' }
  const product = await start({ WEB_PROCESSES: '2', LIMITS: 'on', LIMIT_LOOK_UP: '10/1h', ...metrics })
  expect(webProcesses(product)).toHaveLength(2)
  const person = makePerson()
  await new ByHttp(product.url).sign('SW1A 0AA', person)
  await new Mailbox(product.url).waitFor({ to: person.email, says: 'your copy' })
  const lookUps = await statuses(product, '/api/postcodes/SW1A0AA', 15)
  const allowed = lookUps.lastIndexOf(200) + 1
  expect(lookUps, 'no more than ten, the one of the letter among them').toEqual([
    ...times(Math.min(allowed, 9), 200),
    ...times(15 - Math.min(allowed, 9), 429),
  ])
  const headers = { authorization: `Bearer ${metrics.METRICS_TOKEN}` }
  const counted = [
    await askedIn(await fetch(`http://127.0.0.1:${metrics.METRICS_PORT}/metrics`)),
    await askedIn(await fetch(`${product.url}/metrics`, { headers })),
  ]
  expect(counted, 'what both processes have answered').toEqual([15, 15])

  const page = await (await browser.newContext({ baseURL: product.url })).newPage()
  await signedIn(page, 'admin', product)
  await page.goto('/staff/settings')
  await page.getByRole('textbox', { name: 'Name of this installation' }).fill('Letters for Artsakh')
  await page.getByRole('button', { name: 'Save the names' }).click()
  await expect(page).toHaveTitle(/Letters for Artsakh/)
  for (let asked = 0; asked < 6; asked++)
    expect((await answer(product, CAMPAIGN)).body).toContain('Letters for Artsakh')

  const [fallen = 0] = webProcesses(product)
  process.kill(fallen, 'SIGKILL')
  expect(await statuses(product, CAMPAIGN, 20)).toEqual(times(20, 200))
  await expect.poll(() => webProcesses(product).filter((pid) => pid !== fallen)).toHaveLength(2)
  expect(product.stdout()).toContain('A web process has ended')

  const all = [...webProcesses(product), databasePid(dataDir) ?? 0]
  process.kill(product.pid, 'SIGTERM')
  expect((await product.ended).status).toBe(0)
  expect(all.filter(isRunning)).toEqual([])
})

test('more of them than the database has connections for are refused by name', async ({ start }) => {
  await expect(start({ WEB_PROCESSES: '60' })).rejects.toThrow(
    /WEB_PROCESSES 60 want at least \d+ connections to the database, and its server takes 100\./,
  )
})

/** How many requests of programs metrics have. */
async function askedIn(answer: Response): Promise<number> {
  const lines = (await answer.text()).split('\n')
  const ofPrograms = lines.filter((line) => /^dear_mp_request_seconds_count\{address="api"/.test(line))
  return ofPrograms.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

function webProcesses({ pid }: Product): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
}

async function statuses(product: Product, path: string, count: number): Promise<number[]> {
  const found: number[] = []
  for (let asked = 0; asked < count; asked++) found.push((await answer(product, path)).status)
  return found
}

/** What is answered on a connection of its own: the next one is another process's. */
function answer({ url }: Product, path: string): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    get(`${url}${path}`, { agent: false }, async (response) => {
      done({ status: response.statusCode ?? 0, body: await text(response) })
    }).once('error', fail)
  })
}

function times(count: number, status: number): number[] {
  return Array.from({ length: count }, () => status)
}
