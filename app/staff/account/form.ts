import { textOf } from '@/app/_server/forms/fields'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { currentSession } from '@/app/_server/session/staff-session'
import { ownNameInput, setOwnName } from '@/lib/staff/set-own-name'
import { endOwnSessions } from '@/lib/staff/sign-in/own-sessions'

const end = staffForm({
  verb: 'account.end-session',
  answer: async ({ ctx, sent }) => {
    await endOwnSessions(ctx, { id: textOf(sent, 'session') })
    return { redirect: '/staff/account?done=ended' }
  },
})

const endOthers = staffForm({
  verb: 'account.end-session',
  answer: async ({ ctx }) => {
    const session = await currentSession()
    if (session) await endOwnSessions(ctx, { allBut: session.id })
    return { redirect: '/staff/account?done=others' }
  },
})

export const rename = staffForm({
  verb: 'account.set-name',
  input: ownNameInput,
  answer: async ({ ctx, input }) => {
    await setOwnName(ctx, input.name)
    return { redirect: '/staff/account?done=name' }
  },
})

/** Changes one's own name; ends one of one's own sessions, or all but the one in use. */
export const form = staffForms({ name: rename, end, 'end-others': endOthers })
