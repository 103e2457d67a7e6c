import { type Context, contextFor } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/errors'
import { allowed, type StaffVerb } from '@/lib/staff/roles'
import { findSession } from '@/lib/staff/sessions'
import { currentExchange } from '../exchange'
import type { FormAnswer, FormHandler } from '../form-answer'
import { staffToken } from '../staff-cookie'

type StaffHandler = (ctx: Context, form: FormData, address: Record<string, string>) => Promise<FormAnswer>

/** A form of the staff side: answered for those whose role allows `verb`, refused to all others. */
export function staffForm(verb: StaffVerb, handle: StaffHandler): FormHandler {
  return async (form, address) => {
    const token = staffToken(currentExchange().cookies)
    const session = token && (await findSession(contextFor({ kind: 'system' }), token))
    if (!session) return { redirect: '/staff/sign-in' }
    const { id, role } = session.member
    if (!allowed(role, verb)) throw new Refusal('not-allowed', 'Your role does not allow that. Nothing was changed.')
    return handle(contextFor({ kind: 'staff', id, role }), form, address)
  }
}
