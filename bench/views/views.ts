import { type Used, usedBy } from '@/bench/journeys/processes'
import { median } from '@/bench/median'
import { numberGiven } from '@/bench/number-given'
import { databasePid, type Product, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { session } from '@/e2e/fixtures/staff'
import { withDatabase } from '@/lib/cli/with-database'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { firstDay } from '@/lib/figures/dashboard/first-day'
import { sumDueLetterDays } from '@/lib/figures/roll-up/letter-days'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { sumDueDays } from '@/lib/figures/roll-up/sum-due-days'
import { inBatches } from '@/lib/kernel/in-batches'
import { londonDay } from '@/lib/kernel/time/day'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { type Ground, type View, viewsOf } from './addresses'

const MOST_MS = 300
const TIMES = 5
const SETTINGS = { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off', WORKERS_IN_WEB: '0' }

type Taken = { view: View; wall: number; worst: number; used: Used; floor: number }

/**
 * How long each view of staff's takes at a million sign-ups, `--sign-ups=1000000`: the middle and the longest of five,
 * and the processor time of the server and of the database. Beside it the health address, asked between: what the machine
 * alone makes one wait. `--only=PATTERN` takes those whose names have it. With `DATA_DIR` that installation's are looked
 * at, and kept. Fails where one takes longer than it may.
 */
export async function views(options: string[]): Promise<void> {
  const given = process.env.DATA_DIR
  const product = await startProduct({ settings: { ...SETTINGS, ...(given && { DATA_DIR: given }) } })
  process.env.DATA_DIR = product.dataDir
  try {
    const ground = await prepared(numberGiven(options, 'sign-ups', 1_000_000), given !== undefined)
    const only = options.find((option) => option.startsWith('--only='))?.slice('--only='.length) ?? '.'
    const all = viewsOf(ground).filter(({ name }) => new RegExp(only).test(name))
    const { cookie } = await session('admin', product)
    console.log(
      `  ${'p50'.padStart(6)} ${'worst'.padStart(6)} ${'server'.padStart(7)} ${'database'.padStart(9)} ${'health'.padStart(7)}  ms`,
    )
    const taken: Taken[] = []
    for (const view of all) {
      const one = await timesOf(product, view, cookie)
      console.log(lineOf(one))
      taken.push(one)
    }
    const slow = taken.filter(({ wall }) => wall >= MOST_MS).sort((a, b) => b.wall - a.wall)
    console.log(`  ${taken.length} views, ${slow.length} of ${MOST_MS} ms or more${slow.length > 0 ? ':' : ''}`)
    for (const one of slow) console.log(lineOf(one))
    if (slow.length > 0) process.exitCode = 1
  } finally {
    await product.stop()
    if (!given) removeDataDir(product.dataDir)
  }
}

async function prepared(signUps: number, isGiven: boolean): Promise<Ground> {
  const grounds: Ground[] = []
  await withDatabase(async (ctx) => {
    const [campaign] = await liveCampaigns(ctx)
    if (!campaign) throw new Error('No campaign is live.')
    if (!isGiven) {
      await seedSignUps(ctx, { campaign, count: signUps, days: 30 })
      await rollUp(ctx)
    }
    // An installation of before an upgrade sums up some days in each roll-up.
    await inBatches(ctx, sumDueDays)
    await inBatches(ctx, sumDueLetterDays)
    await ctx.db.execute('vacuum analyze')
    const [letter] = await ctx.db.execute<{ id: string }>(
      'select id from letters order by created_at desc offset 1000 limit 1',
    )
    const today = londonDay(ctx.now())
    const began = (await firstDay(ctx, campaign.id)) ?? today
    grounds.push({ campaign, today, began, letter: letter?.id ?? '' })
  })
  const [ground] = grounds
  if (!ground) throw new Error('Nothing was prepared.')
  return ground
}

async function timesOf(product: Product, view: View, cookie: string): Promise<Taken> {
  const parts = { web: product.pid, worker: -1, database: databasePid(product.dataDir) ?? 0 }
  const [walls, floors]: [number[], number[]] = [[], []]
  const ask = () => answered(product.url + view.path, { cookie }, view.isFile)
  await ask()
  const before = usedBy(parts)
  for (let turn = 0; turn < TIMES; turn++) {
    floors.push(await answered(`${product.url}/api/health`, {}))
    walls.push(await ask())
  }
  const after = usedBy(parts)
  const each = (part: keyof Used) => (after[part] - before[part]) / TIMES
  const used = { web: each('web'), worker: 0, database: each('database') }
  return { view, wall: median(walls), worst: Math.max(...walls), used, floor: median(floors) }
}

/** Milliseconds until an answer is there whole; of a file, until it begins. */
async function answered(url: string, headers: Record<string, string>, isFile = false): Promise<number> {
  const began = performance.now()
  const response = await fetch(url, { headers, redirect: 'manual' })
  if (response.status !== 200) throw new Error(`${response.status} for ${url}`)
  const begun = performance.now()
  await response.arrayBuffer()
  return (isFile ? begun : performance.now()) - began
}

function lineOf({ view, wall, worst, used, floor }: Taken): string {
  const whole = (ms: number, width: number) => ms.toFixed(0).padStart(width)
  return `  ${whole(wall, 6)} ${whole(worst, 6)} ${whole(used.web, 7)} ${whole(used.database, 9)} ${whole(floor, 7)}  ${view.name}${wall >= MOST_MS ? ' SLOW' : ''}`
}
