import { and, asc, gt, isNotNull, not, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import { writtenContent } from '@/lib/content/find-campaign'
import { findCommittedSeat } from '@/lib/directory/seats'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { textOrNull } from '@/lib/letters/sealed-text'
import { sketchesOf } from '@/lib/writing/originality/measure'
import { isOfThisForm } from '@/lib/writing/originality/sketch'

const AT_ONCE = 100

/** Queued by the migration, for letters whose sketches have the first form; `after` is a letter. */
export const sketchAgainJob = defineJob('sketch-again', z.object({ after: rowId.nullable() }), (ctx, { after }) =>
  sketchAgain(ctx, after),
)

/**
 * Makes the sketches of letters anew that cannot be compared with those of now, from the text that stands as long as
 * they do, some at a time; queues the rest.
 */
export function sketchAgain(ctx: Context, after: string | null, most = AT_ONCE): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const rows = await inner.db
      .select({
        id: letters.id,
        versionId: letters.versionId,
        code: letters.constituencyCode,
        sealed: letters.textSealed,
        hasOwn: sql`${letters.ownSketch} is not null`.mapWith(Boolean),
      })
      .from(letters)
      .where(
        and(
          isNotNull(letters.textSealed),
          or(not(isOfThisForm(letters.sketch)), not(isOfThisForm(letters.ownSketch))),
          after ? gt(letters.id, after) : undefined,
        ),
      )
      .orderBy(asc(letters.id))
      .limit(most)
    const sketched: { id: string; sketch: string; own_sketch: string | null }[] = []
    for (const { id, versionId, code, sealed, hasOwn } of rows) {
      // What no key opens cannot be sketched.
      const text = sealed && textOrNull(sealed, id)
      if (!text) continue
      const content = await writtenContent(inner, versionId)
      const seat = (await findCommittedSeat(inner, code)) ?? { name: '', mp: null }
      const { sketch, ownSketch } = await sketchesOf(inner, { content, seat, body: text.body })
      sketched.push({ id, sketch, own_sketch: hasOwn ? ownSketch : null })
    }
    await inner.db.execute(sql`
      update letters set sketch = anew.sketch, own_sketch = anew.own_sketch
      from jsonb_to_recordset(${JSON.stringify(sketched)}::jsonb) as anew(id uuid, sketch text, own_sketch text)
      where letters.id = anew.id and letters.text_sealed is not null and letters.sketch is not null`)
    const last = rows.at(-1)
    if (rows.length === most && last)
      await enqueue(inner, sketchAgainJob, { after: last.id }, { key: `sketch-again ${last.id}` })
  })
}
