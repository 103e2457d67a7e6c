import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { invitation } from '@/lib/staff/input'
import { inviteStaff } from '@/lib/staff/team/invite'
import { faultsOf, textOf } from './fields'
import { staffForm } from './old-staff-form'

/** Puts a person on the team and mails them their way in. */
export const inviteForm = staffForm('team.invite', async (ctx, form): Promise<FormAnswer> => {
  const values = { email: textOf(form, 'email'), role: textOf(form, 'role') }
  const parsed = invitation.safeParse(values)
  if (!parsed.success) return faulty(values, faultsOf(parsed.error))
  const { email } = parsed.data
  const { outcome } = await inviteStaff(ctx, parsed.data)
  if (outcome === 'known') return faulty(values, [{ field: 'email', message: `${email} is on the team already` }])
  return { show: { form: 'invite', values: { email: '', role: '' }, faults: [], done: email } }
})

function faulty(values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form: 'invite', values, faults, done: null }, status: 422 }
}
