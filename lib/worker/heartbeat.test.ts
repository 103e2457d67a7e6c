import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workers } from '@/db/schema/index'
import { enqueue } from '@/lib/jobs/enqueue'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { purgeJob } from '@/lib/privacy/purge'
import { beat, stopBeating } from './heartbeat'

const DEAD = '00000000-0000-4000-8000-000000000001'
const ALIVE = '00000000-0000-4000-8000-000000000002'

test('the jobs of a worker that was killed are free again, and those of one that works stay its own', () =>
  rolledBack(async (ctx) => {
    await signedUp(ctx, DEAD, ['worker-dead-1', 'worker-dead-2'], 120)
    await signedUp(ctx, ALIVE, ['worker-alive'], 30)
    for (const by of ['worker-dead-1', 'worker-dead-2', 'worker-alive', 'worker-unheard-of']) await lockedJob(ctx, by)
    await beat(ctx, new Set(['worker-mine']))
    expect(await lockedBy(ctx)).toEqual(['worker-alive', 'worker-unheard-of'])
    expect(await ctx.db.select({ id: workers.id }).from(workers).where(eq(workers.id, DEAD))).toEqual([])
    expect(await ctx.db.$count(workers)).toBe(2)
    await beat(ctx, new Set(['worker-mine', 'worker-new']))
    expect(await ctx.db.$count(workers)).toBe(2)
    await stopBeating(ctx)
    expect(await ctx.db.select({ id: workers.id }).from(workers)).toEqual([{ id: ALIVE }])
  }))

function signedUp({ db }: TestContext, id: string, queueIds: string[], secondsAgo: number) {
  return db
    .insert(workers)
    .values({ id, queueIds, seenAt: sql`clock_timestamp() - make_interval(secs => ${secondsAgo})` })
}

async function lockedJob(ctx: TestContext, by: string): Promise<void> {
  await enqueue(ctx, purgeJob, {}, { key: by })
  await ctx.db.execute(sql`
    update graphile_worker._private_jobs set locked_by = ${by}, locked_at = now(), attempts = 1 where key = ${by}`)
}

async function lockedBy({ db }: TestContext): Promise<string[]> {
  const rows = await db.execute<{ locked_by: string }>(sql`
    select locked_by from graphile_worker._private_jobs where locked_by is not null order by 1`)
  return rows.map(({ locked_by }) => locked_by)
}
