import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { staff } from '@/db/schema/index'
import { declareJob } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { adminEmail, tellAdmins } from './tell-admins'

const job = declareJob('tell-something', z.object({ about: z.string(), staffId: z.string() }))
const tell = (ctx: Context, about: string) =>
  tellAdmins(ctx, job, `something ${about}`, (staffId) => ({ about, staffId }))
const idOf = ({ actor }: Context) => (actor.kind === 'staff' ? actor.id : '')

test('each administrator is told of a thing once, however often it is found, and nobody else', () =>
  rolledBack(async (ctx) => {
    await tell(ctx, 'nobody there')
    const admins = [await memberContext(ctx, 'admin'), await memberContext(ctx, 'admin', 'second@example.org')]
    await memberContext(ctx, 'editor')
    for (const about of ['a', 'b', 'a']) await tell(ctx, about)
    const rows = await ctx.db.execute(sql`
      select job.payload ->> 'about' as about, job.payload ->> 'staffId' as id
      from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = ${job.kind}`)
    expect(rows.map(({ about, id }) => `${about} ${id}`).sort()).toEqual(
      ['a', 'b'].flatMap((about) => admins.map((admin) => `${about} ${idOf(admin)}`)).sort(),
    )
  }))

test('whoever is no administrator any more, or has left, has no address to be told at', () =>
  rolledBack(async (ctx) => {
    const id = idOf(await memberContext(ctx, 'admin'))
    expect(await adminEmail(ctx, id)).toBe('admin@example.org')
    await ctx.db.update(staff).set({ role: 'editor' }).where(eq(staff.id, id))
    expect(await adminEmail(ctx, id)).toBeNull()
    await ctx.db.delete(staff).where(eq(staff.id, id))
    expect(await adminEmail(ctx, id)).toBeNull()
  }))
