import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { browserLaunch } from '@/e2e/fixtures/browser'
import { type CountingOrigin, countingOrigin } from '@/e2e/fixtures/counting-origin'
import { onDatabase } from '@/e2e/fixtures/database'
import { hasNginx, type Nginx, startNginx } from '@/e2e/fixtures/nginx'
import { freePort, type Product, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { SECOND } from '@/lib/kernel/time/durations'
import { loadOf } from './load-of'
import { processorTime } from './processor-time'

const PAGE = '/campaigns/artsakh-ceasefire'
const CONNECTIONS = 64
const SECONDS = 30
const VISITS = 40
const userAgent = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'

/**
 * A campaign's page through nginx as ops/nginx sets it up, asked for by 64 connections at once on the same machine: pages
 * a second, and how often the product was asked. Beside it the product alone. Then, with the load still on, a browser's
 * visits and what was counted of them, and how long it takes until a change is seen.
 */
export async function sharedCache(): Promise<void> {
  if (!hasNginx() || !hasWrk())
    return console.log('  left out: it needs nginx and wrk (apt-get install nginx-light wrk)')
  const [port, own] = [await freePort(), await freePort()]
  const product = await startProduct({
    settings: {
      PORT: `${own}`,
      APP_URL: `http://localhost:${port}`,
      TRUST_PROXY: 'loopback',
      SHARED_CACHE: '1',
      MEMBERS_API_URL: 'off',
      POSTCODES_API_URL: 'off',
    },
  })
  const origin = await countingOrigin(own)
  const nginx = await startNginx({ port, origin: origin.port })
  try {
    await pagesASecond(product, nginx, origin)
    await visitsUnderLoad(product, nginx)
    await untilSeen(product, nginx)
  } finally {
    await nginx.stop()
    origin.close()
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

async function pagesASecond(product: Product, nginx: Nginx, origin: CountingOrigin): Promise<void> {
  await fetch(nginx.url + PAGE)
  origin.asked.clear()
  const before = [workersTime(nginx), processorTime(product.pid)]
  const cached = await loadOf(`${nginx.url}${PAGE}?utm_source=news`, CONNECTIONS, SECONDS)
  const spent = [workersTime(nginx), processorTime(product.pid)].map((time, at) => time - (before[at] ?? 0))
  const asked = origin.asked.get(`GET ${PAGE}`) ?? []
  const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
  const alone = await loadOf(`${product.url}${PAGE}`, CONNECTIONS, SECONDS / 3)
  console.log(
    `  ${cached.said}; of processor time nginx ${perPage(spent[0], cached.pages)}, product ${perPage(spent[1], cached.pages)}`,
  )
  console.log(
    `  the product was asked ${asked.length} times in ${SECONDS} s` +
      (gaps.length > 0 ? `, at least ${(Math.min(...gaps) / SECOND).toFixed(1)} s apart` : ''),
  )
  console.log(`  the product alone: ${alone.said}; ratio ${(cached.rate / alone.rate).toFixed(1)}`)
}

async function visitsUnderLoad({ dataDir }: Product, nginx: Nginx): Promise<void> {
  const loading = loadOf(nginx.url + PAGE, CONNECTIONS, SECONDS)
  const browser = await chromium.launch(await browserLaunch())
  const context = await browser.newContext({ userAgent })
  const page = await context.newPage()
  for (let visit = 0; visit < VISITS; visit++) await page.goto(nginx.url + PAGE, { waitUntil: 'networkidle' })
  await browser.close()
  const { said } = await loading
  let counted = 0
  for (let turn = 0; turn < 40 && counted < VISITS; turn++) {
    await sleep(SECOND)
    counted = await viewsOf(dataDir)
  }
  console.log(`  ${VISITS} visits of a browser during ${said}: ${counted} counted`)
}

/** The goal is changed as staff change it: a row, and a word to every process. */
async function untilSeen({ dataDir }: Product, nginx: Nginx): Promise<void> {
  for (const [what, idle] of [
    ['asked for all the time', 0],
    ['last asked for 20 s before', 20],
    ['last asked for a minute before', 60],
  ] as const) {
    const goal = 4_000 + idle
    await shows(nginx, goal)
    await sleep(idle * SECOND)
    await onDatabase(dataDir, async (sql) => {
      await sql`update campaigns set goal = ${goal}`
      await sql`select pg_notify('campaigns_changed', '')`
    })
    const began = performance.now()
    let asked = 1
    while (!(await shows(nginx, goal))) {
      asked += 1
      await sleep(200)
    }
    console.log(
      `  a change of a page ${what} was seen after ${((performance.now() - began) / SECOND).toFixed(1)} s, at request ${asked}`,
    )
  }
}

async function shows({ url }: Nginx, goal: number): Promise<boolean> {
  return (await (await fetch(url + PAGE)).text()).includes(goal.toLocaleString('en-GB'))
}

function viewsOf(dataDir: string): Promise<number> {
  return onDatabase(dataDir, async (sql) => {
    const [row] = await sql<{ viewed: number }[]>`select coalesce(sum(viewed), 0)::int as viewed from figure_hours`
    return row?.viewed ?? 0
  })
}

/** Of the processes that nginx answers with, in milliseconds. */
function workersTime({ pid }: Nginx): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return children.reduce((sum, child) => sum + processorTime(Number(child)), 0)
}

function perPage(spent = Number.NaN, pages: number): string {
  return `${(spent / pages).toFixed(3)} ms a page`
}

function hasWrk(): boolean {
  return spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error === undefined
}
