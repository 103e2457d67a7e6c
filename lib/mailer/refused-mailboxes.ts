import { and, eq } from 'drizzle-orm'
import { suppressions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { mailboxKey } from '@/lib/limits/mailbox-key'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { suppress } from './suppression'

/** The keyed hash by which a mailbox is known: of everything that leads to it, the same. */
export function mailboxHash(ctx: Context, email: string): Promise<string> {
  return lookupHash(ctx, `mailbox ${mailboxKey(email)}`)
}

/** Whether the owner of this mailbox has said that they want no mail that a stranger can set off. */
export async function isRefused(ctx: Context, email: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ at: suppressions.at })
    .from(suppressions)
    .where(await refusalOf(ctx, email))
  return row !== undefined
}

/** Stops all mail to this mailbox that a stranger can set off. */
export async function refuseMail(ctx: Context, email: string): Promise<void> {
  await suppress(ctx, await mailboxHash(ctx, email), 'refused')
}

/** Lets such mail through again. Gives whether it had been stopped. */
export async function liftRefusal(ctx: Context, email: string): Promise<boolean> {
  const gone = await ctx.db
    .delete(suppressions)
    .where(await refusalOf(ctx, email))
    .returning({ at: suppressions.at })
  return gone.length > 0
}

async function refusalOf(ctx: Context, email: string) {
  return and(eq(suppressions.emailHash, await mailboxHash(ctx, email)), eq(suppressions.reason, 'refused'))
}
