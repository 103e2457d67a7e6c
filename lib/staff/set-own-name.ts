import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'
import { assertAllowed } from './assert-allowed'
import { ownId } from './own-id'

/** What the team calls a member, as typed; empty: by their address. */
export const ownNameInput = z.object({ name: typedText(oneLine, 80, 'A name can have 80 characters at most') })

/** Has the team call the member who acts by another name. The audit says that, and neither name. */
export function setOwnName(ctx: Context, name: string): Promise<void> {
  assertAllowed(ctx, 'account.set-name')
  return inTransaction(ctx, async (inner) => {
    const id = ownId(inner)
    await inner.db
      .update(staff)
      .set({ name: name || null })
      .where(eq(staff.id, id))
    await recordAudit(inner, { verb: 'account.set-name', subject: { kind: 'staff', id } })
  })
}
