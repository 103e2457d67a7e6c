import { and, eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import type { Job } from '@/lib/jobs/define-job'
import { enqueueAll } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'

/**
 * Queues a job for each administrator, in the caller's transaction. `key` says what they are told: whoever is still to be
 * told of it is told once.
 */
export async function tellAdmins<Payload>(
  ctx: Context,
  job: Job<Payload>,
  key: string,
  payloadFor: (staffId: string) => NoInfer<Payload>,
): Promise<void> {
  const admins = await ctx.db.select({ id: staff.id }).from(staff).where(eq(staff.role, 'admin')).orderBy(staff.id)
  await enqueueAll(
    ctx,
    job,
    admins.map(({ id }) => ({ payload: payloadFor(id), key: `${key} ${id}` })),
  )
}

/** The address of a member who still is an administrator, else `null`. */
export async function adminEmail({ db }: Context, staffId: string): Promise<string | null> {
  const [admin] = await db
    .select({ email: staff.email })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.role, 'admin')))
  return admin?.email ?? null
}
