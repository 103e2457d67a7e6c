import { wordingsGiven } from '@/db/schema/index'
import { databasePid } from '@/e2e/fixtures/product'
import { campaignContent } from '@/lib/content/content'
import { findCampaign, type LiveCampaign } from '@/lib/content/find-campaign'
import { firstCampaign } from '@/lib/content/first-campaign'
import { allSeats, type Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { giveWording } from '@/lib/writing/wordings/give-wording'
import { letterKit } from '@/lib/writing/wordings/letter-kit'
import { choosing, givenInTurn } from './choosing'
import { deliveryGround } from './delivery-ground'
import { usedBy } from './journeys/processes'

const GIVEN = [0, 1500, 10_000]
/** So many are really chosen, one after the other; of more these again and again. */
const CHOSEN = 500
const TIMES = 25
const AT_ONCE = 1000

/**
 * What it takes to give the next letter its wording, for an MP without letters, for one with as many as an MP has where
 * a million wrote, and for one with 10,000: to choose alone, and with what the database has to read for it.
 */
export async function choosingStored(): Promise<void> {
  const content = campaignContent.parse(firstCampaign.content)
  choosing(content)
  const ground = await deliveryGround()
  const { ctx, dataDir } = ground
  try {
    const campaign = await findCampaign(ctx, firstCampaign.slug)
    if (!campaign) throw new Error('The first campaign is not published.')
    const codes = givenInTurn(letterKit(campaign.content), CHOSEN)
    const seats = (await allSeats(ctx)).filter(({ mp }) => mp).slice(0, GIVEN.length)
    for (const [at, seat] of seats.entries()) await keepGiven(ctx, campaign, seat, codes, GIVEN[at] ?? 0)
    console.log('  With what the database reads for it')
    let first = Number.NaN
    for (const [at, seat] of seats.entries()) {
      await giveWording(ctx, campaign, seat, { asks: [], opens: false })
      const { own, database } = await costOf(ctx, campaign, seat, databasePid(dataDir) ?? 0)
      const whole = own + database
      if (Number.isNaN(first)) first = whole
      console.log(
        `    ms with ${GIVEN[at]} given, mean of ${TIMES}: ${whole.toFixed(1)} (own ${own.toFixed(1)}, database ${database.toFixed(1)}); ratio ${(whole / first).toFixed(1)} to the first`,
      )
    }
  } finally {
    await ground.close()
  }
}

async function keepGiven(ctx: Context, campaign: LiveCampaign, seat: Seat, codes: string[], count: number) {
  const now = ctx.now().getTime()
  const rows = Array.from({ length: count }, (_, at) => ({
    campaignId: campaign.id,
    constituencyCode: seat.code,
    versionId: campaign.versionId,
    code: codes[at % codes.length] ?? '',
    givenAt: new Date(now - 1000 * (count - at)),
  }))
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await ctx.db.insert(wordingsGiven).values(rows.slice(at, at + AT_ONCE))
  }
}

async function costOf(ctx: Context, campaign: LiveCampaign, seat: Seat, database: number) {
  const parts = { web: -1, worker: -1, database }
  const before = usedBy(parts).database
  const began = process.cpuUsage()
  for (let time = 0; time < TIMES; time++) await giveWording(ctx, campaign, seat, { asks: [], opens: false })
  const { user, system } = process.cpuUsage(began)
  return { own: (user + system) / 1000 / TIMES, database: (usedBy(parts).database - before) / TIMES }
}
