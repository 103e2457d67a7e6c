import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { BATCH_ROWS } from '@/lib/kernel/in-batches'
import { NOON } from '@/lib/kernel/testing/noon'
import { statementsOf } from '@/lib/kernel/testing/statements'
import { onCampaign, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { catchUp } from './catch-up'
import { deliveriesOf, webhookTo } from './testing'

const MANY = 2 * BATCH_ROWS + 37

test('those who confirmed while a webhook was off are queued batch by batch, each once; what breaks off is gone on with', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await webhookTo(ctx, 'http://127.0.0.1:9/hook')
    await confirm(ctx, campaign, MANY, '2026-11-10', { asked: true })
    // Before it was off, without having asked, and who has left.
    await confirm(ctx, campaign, 5, '2026-11-08', { asked: true })
    await confirm(ctx, campaign, 5, '2026-11-10', { asked: false })
    await confirm(ctx, campaign, 5, '2026-11-10', { asked: true, left: true })
    // As autovacuum does, which the tests are without: unmeasured tables are joined row by row.
    await ctx.db.execute(sql`analyze supporters`)
    await ctx.db.execute(sql`
    create function break_off() returns trigger language plpgsql as $$
    begin
      if (select count(*) from webhook_deliveries) >= ${sql.raw(`${2 * BATCH_ROWS}`)} then raise 'broken off'; end if;
      return null;
    end $$`)
    await ctx.db.execute(sql`create trigger break_off before insert on webhook_deliveries execute function break_off()`)
    const since = new Date('2026-11-09T00:00:00Z')
    await expect(catchUp(ctx, id, since)).rejects.toThrow()
    expect(await deliveriesOf(ctx, id)).toHaveLength(2 * BATCH_ROWS)
    await ctx.db.execute(sql`drop trigger break_off on webhook_deliveries`)
    for (let twice = 0; twice < 2; twice++) {
      // Each batch of at most BATCH_ROWS once, and one that finds nobody.
      expect(await statementsOf(ctx, (counting) => catchUp(counting, id, since))).toHaveLength(4)
    }
    const queued = await deliveriesOf(ctx, id)
    expect(queued).toHaveLength(MANY)
    expect(new Set(queued.map(({ supporterId }) => supporterId)).size).toBe(MANY)
  }))

/** So many who confirmed on a day. */
async function confirm(
  ctx: TestContext,
  campaign: LiveCampaign,
  many: number,
  day: string,
  they: { asked: boolean; left?: boolean },
) {
  const asked = they.asked ? sql`${day}::timestamptz` : sql`null::timestamptz`
  const left = they.left ? sql`${NOON.toISOString()}::timestamptz` : sql`null::timestamptz`
  await ctx.db.execute(sql`
    insert into supporters (campaign_id, submission_id, email_hash, identity_hash, household_place, name_sealed,
      email_sealed, postcode_sealed, constituency_code, updates_asked_at, updates_wording, updates_wording_version,
      created_at, confirmed_at, unsubscribed_at)
    select ${campaign.id}, gen_random_uuid(), gen_random_uuid()::text, gen_random_uuid()::text, 1, 'name', 'email',
      'postcode', ${WESTMINSTER}, ${asked}, '', '', ${day}::timestamptz, ${day}::timestamptz, ${left}
    from generate_series(1, ${many}::int)`)
}
