import { and, eq, gte, isNotNull } from 'drizzle-orm'
import { sentMails, supporters, suppressions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** What can be said of our mail to a letter's writer. */
export type WriterMail = {
  /** None goes to them any more: it came back, or they called it unwanted. */
  stopped: boolean
  /** They were written to about the end that their letter has come to. */
  toldOfEnd: boolean
}

/** What can be said of our mail to the writer of this letter. */
export async function writerMail(
  ctx: Context,
  { id, supporterId, endedAt }: { id: string; supporterId: string; endedAt: Date | null },
): Promise<WriterMail> {
  const [[writer], told] = await Promise.all([
    ctx.db
      .select({ reached: isNotNull(supporters.emailHash).mapWith(Boolean), stopped: suppressions.at })
      .from(supporters)
      .leftJoin(suppressions, eq(suppressions.emailHash, supporters.emailHash))
      .where(eq(supporters.id, supporterId)),
    endedAt && ctx.db.$count(sentMails, and(tellsOfEnd(id), gte(sentMails.sentAt, endedAt))),
  ])
  return { stopped: !writer?.reached || writer.stopped !== null, toldOfEnd: (told ?? 0) > 0 }
}

function tellsOfEnd(letterId: string) {
  return and(eq(sentMails.letterId, letterId), eq(sentMails.kind, 'failed'))
}
