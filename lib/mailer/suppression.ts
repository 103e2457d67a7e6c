import { eq } from 'drizzle-orm'
import { type SuppressionReason, suppressions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Whether mail to the owner of this keyed hash of an address is stopped. */
export async function isSuppressed({ db }: Context, emailHash: string): Promise<boolean> {
  const [row] = await db.select({ at: suppressions.at }).from(suppressions).where(eq(suppressions.emailHash, emailHash))
  return row !== undefined
}

/** Stops mail to an address, by its keyed hash. The first reason stays. */
export async function suppress({ db, now }: Context, emailHash: string, reason: SuppressionReason): Promise<void> {
  await db.insert(suppressions).values({ emailHash, reason, at: now() }).onConflictDoNothing()
}
