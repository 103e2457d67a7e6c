import { turnOf } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { backTo } from '@/app/_server/session/keep-until-fresh'
import { currentSession } from '@/app/_server/session/staff-session'
import { enqueue } from '@/lib/jobs/enqueue'
import { sendSignInLinkJob } from '@/lib/staff/jobs'
import { ownId } from '@/lib/staff/own-id'
import { noteProven, takeCode } from '@/lib/staff/second-factor/prove'

export const code = staffForm({
  verb: 'account.see',
  answer: async ({ ctx, sent }) => {
    const values = { kept: textOf(sent, 'kept'), to: textOf(sent, 'to') }
    const taken = await turnOf(ctx, 'second-factor', ownId(ctx))
    if (!taken.allowed) return { ...left('soon', values), status: 429, retryAt: taken.retryAt }
    const session = await currentSession()
    if (!session || !(await takeCode(ctx, ownId(ctx), textOf(sent, 'code'))))
      return again(values, [{ field: 'code', message: 'This code is wrong, or was used before' }])
    await noteProven(ctx, session.id)
    return { redirect: backTo(values) }
  },
})

export const link = staffForm({
  verb: 'account.see',
  answer: async ({ ctx, sent }) => {
    const values = { kept: textOf(sent, 'kept'), to: textOf(sent, 'to') }
    const taken = await turnOf(ctx, 'sign-in', `confirm ${ownId(ctx)}`)
    if (!taken.allowed) return { ...left('soon', values), status: 429, retryAt: taken.retryAt }
    await enqueue(ctx, sendSignInLinkJob, { staffId: ownId(ctx), invited: false, to: backTo(values) })
    return left('sent', values)
  },
})

/** Proves again who somebody is, by their second factor or by a link. */
export const form = staffForms({ code, link })
