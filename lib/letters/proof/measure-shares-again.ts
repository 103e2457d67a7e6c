import { and, asc, gt, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { textOrNull } from '@/lib/letters/sealed-text'
import { isEnoughToTell } from '@/lib/writing/originality/enough-to-tell'

const AT_ONCE = 200

/** Queued by the migration, for letters from before a share was told only where a text says enough; `after` is a letter. */
export const measureSharesAgainJob = defineJob(
  'measure-shares-again',
  z.object({ after: rowId.nullable() }),
  (ctx, { after }) => measureSharesAgain(ctx, after),
)

/** Takes back the share of letters whose text still stands and says too little to tell, some at a time; queues the rest. */
export function measureSharesAgain(ctx: Context, after: string | null, most = AT_ONCE): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const rows = await inner.db
      .select({ id: letters.id, sealed: letters.textSealed })
      .from(letters)
      .where(and(isNotNull(letters.textSealed), isNotNull(letters.ownShare), after ? gt(letters.id, after) : undefined))
      .orderBy(asc(letters.id))
      .limit(most)
    const untold = rows.filter(({ id, sealed }) => {
      // A text that no key opens keeps the share that it has.
      const text = sealed && textOrNull(sealed, id)
      return text && !isEnoughToTell(text.body)
    })
    const ids = untold.map(({ id }) => id)
    if (ids.length > 0) await inner.db.update(letters).set({ ownShare: null }).where(inArray(letters.id, ids))
    const last = rows.at(-1)
    if (rows.length === most && last)
      await enqueue(inner, measureSharesAgainJob, { after: last.id }, { key: `measure-shares-again ${last.id}` })
  })
}
