import { eq } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from './find'

type Stamped = Pick<OpenLetter, 'state' | 'heldReason' | 'acceptedAt' | 'copiedAt' | 'notGenuineAt' | 'sentByWriterAt'>

/** Changes whenever a letter's page has something else to say of where it is. */
export function stampOf({ state, heldReason, acceptedAt, copiedAt, notGenuineAt, sentByWriterAt }: Stamped): string {
  return [state, heldReason, ...[acceptedAt, copiedAt, notGenuineAt, sentByWriterAt].map((at) => at?.getTime())].join(
    ' ',
  )
}

/** The stamp of a letter as it is now; `null` where there is no such letter. */
export async function letterStamp({ db }: Context, letterId: string): Promise<string | null> {
  const [row] = await db
    .select({
      state: letters.state,
      heldReason: letters.heldReason,
      acceptedAt: letters.acceptedAt,
      copiedAt: letters.copiedAt,
      notGenuineAt: letters.notGenuineAt,
      sentByWriterAt: letters.sentByWriterAt,
    })
    .from(letters)
    .where(eq(letters.id, letterId))
  return row ? stampOf(row) : null
}
