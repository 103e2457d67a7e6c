import { sql } from 'drizzle-orm'
import { parsedArguments } from '@/lib/cli/arguments'
import { runCommand, WrongUsage } from '@/lib/cli/run-command'
import { withDatabase } from '@/lib/cli/with-database'
import { findCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { publishFirstCampaign } from '@/lib/content/first-campaign/publish-first-campaign'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { counted } from '@/lib/kernel/text'
import { seedSignUps } from './sign-ups'

const USAGE = `Usage:
  npm run seed -- sign-ups COUNT [--days DAYS] [--from FIRST] [--campaign SLUG]
Makes up sign-ups and all that goes with them, to try the dashboard out: on localhost only. Again and again: each call
adds to what there is.`

async function seed(args: string[]): Promise<void> {
  const { words, options } = parsedArguments(args, ['days', 'from', 'campaign'], USAGE)
  const [verb, ...numbers] = words
  const count = whole(numbers[0], 1, 2_000_000)
  const days = whole(options.days ?? '30', 1, 1000)
  const from = options.from === undefined ? undefined : whole(options.from, 0, 1_000_000_000)
  if (verb !== 'sign-ups' || numbers.length !== 1) throw new WrongUsage(USAGE)
  if (!env().isOnLocalhost) {
    throw new ExpectedFailure('Made-up sign-ups would stand among real ones: they are made on localhost only.')
  }
  await withDatabase(async (ctx) => {
    await loadSnapshot(ctx)
    await publishFirstCampaign(ctx)
    const live = await liveCampaigns(ctx)
    const campaign = options.campaign ? await findCampaign(ctx, options.campaign) : live[0]
    if (!campaign) {
      const open = live.map(({ slug }) => slug).join(', ') || 'none'
      throw new ExpectedFailure(`There is no such campaign that was published. Open are: ${open}.`)
    }
    await seedSignUps(ctx, { campaign, count, days, ...(from !== undefined && { from }) })
    await rollUp(ctx)
    // The database learns at once what there is, which it would in a minute by itself.
    await ctx.db.execute(sql`vacuum analyze`)
    process.stdout.write(`${counted(count, 'sign-up')} made up for ${campaign.slug}, over ${counted(days, 'day')}.\n`)
  })
}

function whole(text: string | undefined, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text ?? '') || value < least || value > most) throw new WrongUsage(USAGE)
  return value
}

await runCommand(seed)
