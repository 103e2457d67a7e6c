import { again, left } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { invitation } from '@/lib/staff/input'
import { inviteStaff } from '@/lib/staff/team/invite'

/** Puts a person on the team and mails them their way in. */
export const form = staffForm({
  verb: 'team.invite',
  input: invitation,
  answer: async ({ ctx, input, typed }) => {
    const { email } = input
    const { outcome } = await inviteStaff(ctx, input)
    if (outcome === 'known') return again(typed, [{ field: 'email', message: `${email} is on the team already` }])
    return left({ invited: email }, { email: '', role: '' })
  },
})
