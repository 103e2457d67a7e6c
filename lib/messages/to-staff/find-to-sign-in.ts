import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { sendSignInLink } from './send-sign-in-link'

/** Mails a way in to the member of the team who has asked for it; for any other address nothing happens. */
export async function findToSignIn(ctx: Context, emailHash: string): Promise<void> {
  for (const { id, email } of await ctx.db.select({ id: staff.id, email: staff.email }).from(staff)) {
    if ((await lookupHash(ctx, email)) !== emailHash) continue
    return sendSignInLink(ctx, { staffId: id, invited: false })
  }
}
