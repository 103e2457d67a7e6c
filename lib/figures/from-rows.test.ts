import { expect, test } from 'vitest'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { livingCampaign } from '@/lib/letters/testing'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { comparedWithRows } from './testing-from-rows'

test('every figure that is defined is the one that the rows give, and none of a whole story is 0', async () => {
  const { ctx, campaign } = await livingCampaign()
  await seedSignUps(ctx, { campaign, count: 2000, days: 30 })
  await rollUp(ctx)
  for (const [from, to] of [
    ['2026-10-01', '2026-11-10'],
    ['2026-11-01', '2026-11-05'],
  ] as const) {
    for (const { figure, shown, fromRows } of await comparedWithRows(ctx, { campaignId: campaign.id, from, to })) {
      expect(shown, `${figure} from ${from}`).toBe(fromRows)
      if (from < '2026-11') expect(shown, figure).toBeGreaterThan(0)
    }
  }
})
