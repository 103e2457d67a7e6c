import { setTimeout as sleep } from 'node:timers/promises'
import { type APIRequestContext, chromium } from '@playwright/test'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { browserLaunch } from '@/e2e/fixtures/browser'
import { removeDataDir, runProduct, startProduct } from '@/e2e/fixtures/product'
import { signInLink } from '@/e2e/fixtures/staff'
import { withDatabase } from '@/lib/cli/with-database'
import { findCampaign, type LiveCampaign } from '@/lib/content/find-campaign'
import { rebuildFigures } from '@/lib/figures/roll-up/recount'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import type { Context } from '@/lib/kernel/context'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { submitted } from './figures-submitted'
import { median } from './median'

const SIGN_UPS = 100_000
const NEW = 1000
const A_SECOND = 50
const SECONDS = 20
const TIMES = 7
const SLUG = 'artsakh-ceasefire'

const VIEWS = {
  overview: 'view=overview',
  'over time, by day': 'view=time',
  'over time, by hour': 'view=time&by=hour',
  constituencies: 'view=places',
  MPs: 'view=places&kind=mp',
  sources: 'view=sources',
  'own links': 'view=sources&kind=share',
  letters: 'view=letters',
}

/**
 * A hundred thousand sign-ups over all seats and thirty days: the time to the first byte of each view of the
 * dashboard, what a roll-up with a thousand new confirmations costs, and how long a confirmation waits for one.
 */
export async function figures(): Promise<void> {
  const settings = { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off', WORKERS_IN_WEB: '0' }
  const product = await startProduct({ settings })
  // The settings are read when they are first asked for, which is here.
  process.env.DATA_DIR = product.dataDir
  try {
    await withDatabase(async (ctx, url) => {
      const campaign = await findCampaign(ctx, SLUG)
      if (!campaign) throw new Error('The first campaign is not there.')
      const began = performance.now()
      await seedSignUps(ctx, { campaign, count: SIGN_UPS, days: 30, from: 0 })
      console.log(`  ${SIGN_UPS} sign-ups made up in ${seconds(performance.now() - began)}`)
      await timed('first roll-up, all of them', () => rollUp(ctx))
      await timed('recount from the rows', async () => {
        const differences = await rebuildFigures(ctx)
        console.log(`  the recount finds ${differences.length} differences`)
      })
      await tick(ctx, String(url), campaign)
      await confirming(ctx, campaign)
    })
    await views(product.url, product.dataDir)
  } finally {
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

/** A roll-up with a thousand new confirmations in it, beside one with nothing new. */
async function tick(ctx: Context, url: string, campaign: LiveCampaign): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  let statements = 0
  const logQuery = () => {
    statements += 1
  }
  const db = drizzle(client, { logger: { logQuery } }) as unknown as Context['db']
  const idle: number[] = []
  const busy: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    // Some of those made up never confirm.
    await seedSignUps(ctx, { campaign, count: Math.ceil(NEW / 0.85), days: 1, from: SIGN_UPS + turn * 10_000 })
    statements = 0
    busy.push(await elapsed(() => rollUp({ ...ctx, db })))
    idle.push(await elapsed(() => rollUp({ ...ctx, db })))
  }
  await client.end()
  console.log(
    `  a roll-up with ${NEW} new confirmations: ${median(busy).toFixed(0)} ms, ${statements / 2} statements; with nothing new: ${median(idle).toFixed(0)} ms; ratio ${(median(busy) / median(idle)).toFixed(1)}`,
  )
}

/** Fifty supporters confirm each second, with a roll-up ten times as often as there is one, and without any. */
async function confirming(ctx: Context, campaign: LiveCampaign): Promise<void> {
  const ids = await submitted(ctx, campaign, A_SECOND * SECONDS * 2)
  const alone = await confirmed(ctx, ids.slice(0, A_SECOND * SECONDS))
  let rolling = true
  const rolls = (async () => {
    let count = 0
    for (; rolling; await sleep(1000)) count += (await rollUp(ctx)) ? 1 : 0
    return count
  })()
  const beside = await confirmed(ctx, ids.slice(A_SECOND * SECONDS))
  rolling = false
  const count = await rolls
  await rollUp(ctx)
  const differences = await rebuildFigures(ctx)
  console.log(
    `  ${A_SECOND} confirmations a second beside ${count} roll-ups: half within ${median(beside).toFixed(0)} ms, longest ${Math.max(...beside).toFixed(0)} ms; without any: ${median(alone).toFixed(0)} ms, ${Math.max(...alone).toFixed(0)} ms; ratio of the halves ${(median(beside) / median(alone)).toFixed(2)}; afterwards the recount finds ${differences.length} differences`,
  )
}

async function confirmed(ctx: Context, ids: readonly string[]): Promise<number[]> {
  const waits: Promise<number>[] = []
  for (const id of ids) {
    waits.push(elapsed(() => confirmLetter(ctx, id, { lifted: true })))
    await sleep(1000 / A_SECOND)
  }
  return Promise.all(waits)
}

async function views(url: string, dataDir: string): Promise<void> {
  const invite = [process.execPath, '--import', 'tsx', 'lib/cli/staff.ts', 'invite', 'bench@example.org']
  const { stdout } = await runProduct({
    command: [...invite, '--role', 'campaigner'],
    settings: { DATA_DIR: dataDir, APP_URL: url },
  })
  const browser = await chromium.launch(await browserLaunch())
  try {
    const page = await browser.newPage()
    await page.goto(signInLink(stdout))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/staff/dashboard')
    const health = await firstByte(page.request, `${url}/api/health`)
    for (const [name, query] of Object.entries(VIEWS)) {
      const time = await firstByte(page.request, `${url}/staff/dashboard?campaign=${SLUG}&${query}`)
      console.log(
        `  ${name.padEnd(20)} ${time.toFixed(0).padStart(5)} ms; ratio to /api/health ${(time / health).toFixed(1)}`,
      )
    }
    for (const path of [`/campaigns/${SLUG}/map.svg`, `/campaigns/${SLUG}/map`, `/api/campaigns/${SLUG}/figures`]) {
      const time = await firstByte(page.request, url + path)
      console.log(
        `  ${path.padEnd(40)} ${time.toFixed(0).padStart(5)} ms; ratio to /api/health ${(time / health).toFixed(1)}`,
      )
    }
  } finally {
    await browser.close()
  }
}

/** Milliseconds until an answer is there, the middle of several. */
async function firstByte(request: APIRequestContext, address: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const began = performance.now()
    const response = await request.get(address, { maxRedirects: 0 })
    times.push(performance.now() - began)
    if (!response.ok()) throw new Error(`${response.status()} for ${address}`)
  }
  return median(times)
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`  ${what}: ${seconds(await elapsed(work))}`)
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
