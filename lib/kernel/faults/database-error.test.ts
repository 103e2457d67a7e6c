import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaigns } from '@/db/schema/index'
import { inTransaction } from '@/lib/kernel/context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { constraintOf } from './database-error'

const failing = (statement: (goal: number) => ReturnType<typeof sql>) => async () => {
  let caught: unknown
  await rolledBack(async (ctx) => {
    await ctx.db.insert(campaigns).values({ slug: 'first', goal: 10 })
    caught = await inTransaction(ctx, ({ db }) => db.execute(statement(1))).catch((error: unknown) => error)
  })
  return constraintOf(caught)
}

test('names the unique index, the reference or the check that refused a statement', async () => {
  const unique = failing(() => sql`insert into campaigns (slug, goal) values ('first', 1)`)
  expect(await unique()).toBe('campaigns_slug_unique')
  const reference = failing(
    () => sql`insert into mps (constituency_code, member_id, name, party, since) values ('X1', 1, 'A', 'B', now())`,
  )
  expect(await reference()).toBe('mps_constituency_code_constituencies_code_fk')
})

test('is null for every other error', async () => {
  expect(await failing(() => sql`select no_such_column`)()).toBeNull()
  for (const other of [new Error('no'), null, undefined, 'text', { code: '23505' }])
    expect(constraintOf(other)).toBeNull()
})
