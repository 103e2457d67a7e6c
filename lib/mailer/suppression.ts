import { type SuppressionReason, suppressions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Stops mail to an address, by its keyed hash. The first reason stays. */
export async function suppress({ db, now }: Context, emailHash: string, reason: SuppressionReason): Promise<void> {
  await db.insert(suppressions).values({ emailHash, reason, at: now() }).onConflictDoNothing()
}
