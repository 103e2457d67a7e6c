import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDatabase } from '@/lib/cli/with-database'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { publishFirstCampaign } from '@/lib/content/first-campaign/publish-first-campaign'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { nationSeries } from '@/lib/figures/dashboard/by-nation'
import { curveOf } from '@/lib/figures/dashboard/curve'
import { letterRates } from '@/lib/figures/dashboard/letter-rates'
import { letterFigures } from '@/lib/figures/dashboard/letters'
import { mpAnswers } from '@/lib/figures/dashboard/mp-answers'
import { originalitySpread } from '@/lib/figures/dashboard/originality-spread'
import { overTime } from '@/lib/figures/dashboard/over-time'
import { seatFigures } from '@/lib/figures/dashboard/places'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { seriesOf } from '@/lib/figures/dashboard/series'
import { sourceFigures } from '@/lib/figures/dashboard/sources'
import { stuckFigures } from '@/lib/figures/dashboard/stuck'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { wordingFigures } from '@/lib/figures/dashboard/wordings'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { comparedWithRows } from '@/lib/figures/testing-from-rows'
import type { Context } from '@/lib/kernel/context'
import { addDays, londonDay } from '@/lib/kernel/time/day'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { median } from './median'

const SIGN_UPS = Number(process.env.SIGN_UPS ?? 100_000)
const TIMES = 5

/**
 * A hundred thousand made-up sign-ups, or `SIGN_UPS`: every figure of the dashboard beside the same counted from the rows,
 * and how long the database takes for each part of a view. With `DATA_DIR` that installation's are looked at, and kept.
 */
export async function figuresTrue(): Promise<void> {
  const given = process.env.DATA_DIR
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'figures-true-'))
  process.env.DATA_DIR = dataDir
  try {
    await withDatabase(async (ctx) => {
      await loadSnapshot(ctx)
      await publishFirstCampaign(ctx)
      const [campaign] = await liveCampaigns(ctx)
      if (!campaign) throw new Error('The first campaign is not there.')
      if (!given) {
        const took = await elapsed(() => seedSignUps(ctx, { campaign, count: SIGN_UPS, days: 30 }))
        console.log(`  ${SIGN_UPS} sign-ups made up in ${(took / 1000).toFixed(1)} s`)
      }
      await rollUp(ctx)
      await ctx.db.execute('analyze')
      const today = londonDay(ctx.now())
      const scope = { campaignId: campaign.id, from: addDays(today, -40), to: today }
      const compared = await comparedWithRows(ctx, scope)
      for (const { figure, shown, fromRows } of compared) {
        console.log(
          `  ${figure.padEnd(34)} ${String(shown).padStart(9)} ${shown === fromRows ? 'as the rows' : `BUT ${fromRows}`}`,
        )
      }
      const wrong = compared.filter(({ shown, fromRows }) => shown !== fromRows).length
      console.log(`  ${compared.length} figures, ${wrong} not as the rows`)
      await times(ctx, { ...scope, from: addDays(today, -29) })
    })
  } finally {
    if (!given) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function times(ctx: Context, scope: { campaignId: string; from: string; to: string }): Promise<void> {
  const parts: Record<string, () => Promise<unknown>> = {
    'sums, the funnel': () => sumsOf(ctx, scope),
    replies: () => replyFigures(ctx, scope),
    'what is stuck': () => stuckFigures(ctx, scope.campaignId),
    'the course since the start': () => curveOf(ctx, scope.campaignId),
    'by nation and day': () => nationSeries(ctx, scope),
    'what MPs answered': () => mpAnswers(ctx, scope),
    'by day': () => overTime(ctx, scope, 'day'),
    'by hour': () => overTime(ctx, scope, 'hour'),
    'a series by hour': () => seriesOf(ctx, scope, 'hour'),
    'by constituency': () => seatFigures(ctx, scope),
    'by source': () => sourceFigures(ctx, scope, 'source'),
    'by own link': () => sourceFigures(ctx, scope, 'share'),
    'letters by state, ask, question': () => letterFigures(ctx, scope),
    'letters confirmed, by ask': () => letterRates(ctx, scope),
    'wordings given': () => wordingFigures(ctx, scope),
    'own words': () => originalitySpread(ctx, scope.campaignId),
  }
  const base = await middle(() => ctx.db.execute('select 1'))
  for (const [name, part] of Object.entries(parts)) {
    const took = await middle(part)
    console.log(
      `  ${name.padEnd(34)} ${took.toFixed(0).padStart(6)} ms; ratio to “select 1” ${(took / base).toFixed(0)}`,
    )
  }
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let turn = 0; turn < TIMES; turn++) took.push(await elapsed(work))
  return median(took)
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
