import { currentSession } from '@/app/_server/staff-session'
import { endOwnSessions } from '@/lib/staff/sign-in/own-sessions'
import { textOf } from './fields'
import { staffForm, staffForms } from './old-staff-form'

const endForm = staffForm('account.end-session', async (ctx, form) => {
  await endOwnSessions(ctx, { id: textOf(form, 'session') })
  return { redirect: '/staff/account?done=ended' }
})

const endOthersForm = staffForm('account.end-session', async (ctx) => {
  const session = await currentSession()
  if (session) await endOwnSessions(ctx, { allBut: session.id })
  return { redirect: '/staff/account?done=others' }
})

/** Ends one of one's own sessions, or all but the one in use. */
export const accountForms = staffForms({ end: endForm, 'end-others': endOthersForm })
