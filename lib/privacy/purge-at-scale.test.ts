import { eq, isNull, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { audit, letters, links, staffAlerts, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { BATCH_ROWS } from '@/lib/kernel/in-batches'
import { log } from '@/lib/kernel/log'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { livingCampaign, queued, WESTMINSTER, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { lastPurge } from './last-purge'
import { PurgeFailed, purge } from './purge'

const MANY = 70_000
const LATER = new Date('2028-01-01T00:00:00Z')

let ctx: TestContext
let campaign: LiveCampaign

beforeAll(async () => {
  log.level = 'silent'
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  await memberContext(ctx, 'admin')
})

test('one kind that fails keeps no other from being erased; administrators are told, and the next purge does it', async () => {
  const { supporterId } = await writtenLetter(ctx, campaign)
  await makeLink(ctx, 'my-data', { emailHash: 'hash' }, 1)
  await ctx.db.execute(
    sql`create trigger no_links before delete on links for each row execute function refuse_change()`,
  )
  await ctx.db.execute(
    sql`create trigger no_texts before delete on letters for each row execute function refuse_change()`,
  )
  ctx.setNow(LATER)
  await expect(purge(ctx)).rejects.toThrow(
    'Could not erase: unconfirmed sign-ups, links that have run out. What else was due is erased. The log says why.',
  )
  expect(await lastPurge(ctx)).toMatchObject({ asOf: LATER, ended: true, failed: ['unconfirmed', 'links'] })
  expect(await ctx.db.select().from(staffAlerts)).toMatchObject([{ kind: 'purge' }])
  expect(await queued(ctx, 'send-alert', 'purge')).toHaveLength(1)
  expect(await ctx.db.select().from(audit).where(eq(audit.verb, 'privacy.purge'))).toMatchObject([
    { after: { failed: ['unconfirmed', 'links'] } },
  ])
  await ctx.db.execute(sql`drop trigger no_links on links`)
  await ctx.db.execute(sql`drop trigger no_texts on letters`)
  // The sign-up has links of its own, which go with it.
  expect(await purge(ctx)).toMatchObject({ unconfirmed: 1, links: 1 })
  expect(await ctx.db.$count(supporters, eq(supporters.id, supporterId))).toBe(0)
  expect(await lastPurge(ctx)).toMatchObject({ ended: true, failed: [], erased: { unconfirmed: 1 } })
})

test('seventy thousand supporters who are due on one day are erased, in batches; what breaks off is gone on with', async () => {
  await signUps(MANY)
  // From the middle on they cannot be erased.
  await ctx.db.execute(sql`
    create trigger refuse_one before update on supporters for each row when (old.id > '80000000-0000-0000-0000-000000000000')
    execute function refuse_change()`)
  await expect(purge(ctx)).rejects.toThrow(PurgeFailed)
  const left = await ctx.db.$count(supporters, isNull(supporters.erasedAt))
  expect(left).toBeLessThan(MANY)
  expect(left).toBeGreaterThan(MANY / 3)
  expect((MANY - left) % BATCH_ROWS).toBe(0)
  expect(await lastPurge(ctx)).toMatchObject({ erased: { supporters: MANY - left }, failed: ['supporters'] })
  await ctx.db.execute(sql`drop trigger refuse_one on supporters`)
  expect(await purge(ctx)).toMatchObject({ supporters: left })
  expect(await ctx.db.$count(supporters, isNull(supporters.erasedAt))).toBe(0)
  expect(await ctx.db.$count(links, isNull(links.expiresAt))).toBe(0)
  expect(await ctx.db.$count(letters, sql`text_sealed is not null`)).toBe(0)
})

/** Sign-ups with a letter that went and a link each, some with a reply, without the triggers that count them. */
async function signUps(many: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    for (const table of ['letters', 'replies']) await tx.execute(sql.raw(`alter table ${table} disable trigger user`))
    await tx.execute(sql`
      insert into supporters (id, campaign_id, submission_id, email_hash, identity_hash, household_place, name_sealed,
        email_sealed, postcode_sealed, constituency_code, updates_wording, updates_wording_version, created_at, confirmed_at)
      select gen_random_uuid(), ${campaign.id}, gen_random_uuid(), 'e' || n, 'i' || n, 1, 'name', 'email', 'postcode',
        ${WESTMINSTER}, '', '', '2026-11-10', '2026-11-10'
      from generate_series(1, ${many}::int) n`)
    await tx.execute(sql`
      insert into letters (campaign_id, version_id, supporter_id, constituency_code, state, asks, wording, own_share,
        text_sealed, sketch, created_at, confirmed_at, accepted_at)
      select campaign_id, ${campaign.versionId}, id, constituency_code, 'accepted', '{}', '{}', 0, 'text', 'sketch',
        created_at, confirmed_at, confirmed_at
      from supporters`)
    await tx.execute(
      sql`insert into links (hash, purpose, letter_id, created_at) select id, 'letter', id, created_at from letters`,
    )
    await tx.execute(
      sql`insert into replies (letter_id, answer, answered_at) select id, 'no', created_at from letters where random() < 0.02`,
    )
    for (const table of ['letters', 'replies']) await tx.execute(sql.raw(`alter table ${table} enable trigger user`))
    await tx.execute(sql`analyze supporters, letters, links, replies`)
  })
}
