import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { constituencies, directorySyncs, staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { syncWaitsEmail } from '@/emails/sync-waits'
import { readStoredReport } from '@/lib/directory/sync/stored-report'
import { touchedSeats } from '@/lib/directory/sync/too-much'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'

/** Mails one administrator that a sync waits for them, if it still does and they still are one. */
export async function tellSyncWaits(ctx: Context, { syncId, staffId }: { syncId: string; staffId: string }) {
  const [admin] = await ctx.db
    .select({ email: staff.email })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.role, 'admin')))
  const [sync] = await ctx.db
    .select({ report: directorySyncs.report })
    .from(directorySyncs)
    .where(and(eq(directorySyncs.id, syncId), isNotNull(directorySyncs.heldAt), isNull(directorySyncs.endedAt)))
  if (!admin || !sync) return
  const report = readStoredReport(sync.report)
  const message = syncWaitsEmail({
    ...(await mailFooter(ctx)),
    touched: touchedSeats({ report }),
    seats: await ctx.db.$count(constituencies),
    newMembers: report.new.length,
    left: report.left.length,
    vacant: report.vacant.length,
    directoryUrl: `${ctx.env.appUrl}/staff/directory`,
  })
  await sendMail(ctx, { key: `sync held ${syncId} ${staffId}`, to: admin.email, ...(await renderEmail(message)) })
}
