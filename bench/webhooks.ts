import { sql } from 'drizzle-orm'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { withDatabase } from '@/lib/cli/with-database'
import { findCampaign } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { playReceiver, sendDue, webhookTo } from '@/lib/webhooks/testing'
import { submitted } from './figures-submitted'
import { median } from './median'

const SLUG = 'artsakh-ceasefire'
const LETTERS = 900
const HOOKS = 10

/** What a confirmation costs without the trigger that hears of it, with it and no webhook, and with ten of them; then how fast those are told. */
export async function webhooks(): Promise<void> {
  const settings = { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off', WORKERS_IN_WEB: '0' }
  const product = await startProduct({ settings })
  // The settings are read when they are first asked for, which is here.
  process.env.DATA_DIR = product.dataDir
  const receiver = await playReceiver()
  try {
    await withDatabase(async (ctx) => {
      const campaign = await findCampaign(ctx, SLUG)
      if (!campaign) throw new Error('The first campaign is not there.')
      const ids = await submitted(ctx, campaign, LETTERS)
      await ctx.db.execute(sql`update supporters set updates_asked_at = created_at`)
      // In turns, so that whatever else the machine does falls on both.
      const [bare, none] = await inTurns(ctx, ids.slice(0, (LETTERS * 2) / 3), [
        sql`alter table supporters disable trigger supporters_passed_on`,
        sql`alter table supporters enable trigger supporters_passed_on`,
      ])
      for (let count = 0; count < HOOKS; count++) await webhookTo(ctx, `${receiver.url}/${count}`)
      const [ten] = await inTurns(ctx, ids.slice((LETTERS * 2) / 3), [sql`select 1`])
      console.log(
        `  a confirmation, median: ${shown(bare)} without the trigger; ${shown(none)} with it and no webhook, ratio ${ratio(none, bare)}; ${shown(ten)} with ${HOOKS} webhooks, ratio ${ratio(ten, bare)}`,
      )
      await told(ctx, receiver)
    })
  } finally {
    await receiver.close()
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

/** The milliseconds of each confirmation, by what was set before it. */
async function inTurns(ctx: Context, ids: string[], ways: ReturnType<typeof sql>[]): Promise<number[][]> {
  const took = ways.map((): number[] => [])
  for (const [turn, id] of ids.entries()) {
    const way = turn % ways.length
    await ctx.db.execute(ways[way] ?? sql`select 1`)
    const began = performance.now()
    await confirmLetter(ctx, id, { lifted: true })
    took[way]?.push(performance.now() - began)
  }
  return took
}

async function told(ctx: Context, receiver: Awaited<ReturnType<typeof playReceiver>>): Promise<void> {
  const began = performance.now()
  await sendDue(ctx)
  const messages = receiver.received.length
  const rate = messages / ((performance.now() - began) / 1000)
  const posted = performance.now()
  for (const { body } of receiver.received.slice(0, 500)) await fetch(receiver.url, { method: 'POST', body })
  const bare = 500 / ((performance.now() - posted) / 1000)
  console.log(
    `  ${messages} messages to ${HOOKS} webhooks on this machine: ${Math.round(rate)} a second; bare posts, one after the other: ${Math.round(bare)}; ratio ${(rate / bare).toFixed(2)}`,
  )
}

function shown(times: number[] | undefined): string {
  return `${median(times ?? []).toFixed(1)} ms`
}

function ratio(times: number[] | undefined, to: number[] | undefined): string {
  return (median(times ?? []) / median(to ?? [])).toFixed(2)
}
