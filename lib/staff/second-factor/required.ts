import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { setting } from '@/lib/settings/setting'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { ownId } from '@/lib/staff/own-id'
import { hasFactor } from './has-factor'

/** Whether administrators who sign in by a link need a second factor. */
export const factorRequired = setting('admins_need_factor', z.boolean().catch(false), false)

/**
 * Decides whether administrators need a second factor. Throws an `ExpectedFailure` where whoever switches it on has
 * none: they would shut themselves out of what they are doing.
 */
export async function requireFactor(ctx: Context, on: boolean): Promise<void> {
  assertAllowed(ctx, 'team.require-factor')
  const own = and(eq(staff.id, ownId(ctx)), hasFactor)
  if (on && (await ctx.db.$count(staff, own)) === 0)
    throw new ExpectedFailure('Set up a second factor of your own first')
  await factorRequired.keep(ctx, on, { verb: 'team.require-factor' })
}
