import { staffAlerts } from '@/db/schema/index'
import { sendAlertJob } from '@/lib/delivery/jobs'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { londonDay } from '@/lib/kernel/time/day'
import { tellAdmins } from '@/lib/staff/team/tell-admins'
import { type Alert, raisedAlerts } from './alert-rules'

/**
 * Looks for what administrators must be told about the sending of letters, and has each told: once a day for each, and of
 * letters that were newly held for a person whenever it finds some, all by one e-mail.
 */
export async function alertStaff(ctx: Context): Promise<void> {
  for (const alert of await raisedAlerts(ctx)) await raiseAlert(ctx, alert)
}

export const alertStaffJob = defineJob('alert-staff', nothing, (ctx) => alertStaff(ctx))

/** Has administrators told, unless they were today. */
export function raiseAlert(ctx: Context, { kind, subject }: Alert): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const at = inner.now()
    const day = londonDay(at)
    const [fresh] = await inner.db
      .insert(staffAlerts)
      .values({ kind, subject, day, at })
      .onConflictDoNothing()
      .returning({ day: staffAlerts.day })
    if (!fresh) return
    const alert = { kind, subject, day }
    await tellAdmins(inner, sendAlertJob, `alert ${kind} ${subject} ${day}`, (staffId) => ({ ...alert, staffId }))
  })
}
