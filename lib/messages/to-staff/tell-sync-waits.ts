import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { constituencies, directorySyncs } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { syncWaitsEmail } from '@/emails/to-staff/sync-waits'
import { touchedSeats } from '@/lib/directory/guard/too-many-changes'
import { readStoredReport } from '@/lib/directory/sync/stored-report'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { adminEmail } from '@/lib/staff/team/tell-admins'

/** Mails one administrator that a sync waits for them, if it still does and they still are one. */
export async function tellSyncWaits(ctx: Context, { syncId, staffId }: { syncId: string; staffId: string }) {
  const to = await adminEmail(ctx, staffId)
  const [sync] = await ctx.db
    .select({ report: directorySyncs.report })
    .from(directorySyncs)
    .where(and(eq(directorySyncs.id, syncId), isNotNull(directorySyncs.heldAt), isNull(directorySyncs.endedAt)))
  if (!to || !sync) return
  const report = readStoredReport(sync.report)
  const message = syncWaitsEmail({
    ...(await mailFooter(ctx)),
    touched: touchedSeats({ report }),
    seats: await ctx.db.$count(constituencies),
    newMembers: report.new.length,
    left: report.left.length,
    vacant: report.vacant.length,
    reasons: report.reasons ?? [],
    directoryUrl: `${ctx.env.appUrl}/staff/directory`,
  })
  await sendMail(ctx, { key: `sync held ${syncId} ${staffId}`, to, ...(await renderEmail(message)) })
}
