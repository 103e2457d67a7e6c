import { faultsOf } from '@/app/_server/forms/fields'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { readWorksOn } from '@/app/_server/forms/read-works-on'
import { staffForm } from '@/app/_server/forms/staff-form'
import { inviteToWorkOn } from '@/lib/campaigns/limit-member'
import { invitation } from '@/lib/staff/input'

/** Puts a person on the team and mails them their way in. */
export const form = staffForm({
  verb: 'team.invite',
  answer: async ({ ctx, sent }) => {
    const who = typedIn(sent, ['email', 'role'])
    const isAdmin = who.role === 'admin'
    const { worksOn, ...reach } = readWorksOn(sent)
    const typed = { ...who, ...reach.typed }
    const input = invitation.safeParse(who)
    const faults = [...(input.success ? [] : faultsOf(input.error)), ...(isAdmin ? [] : reach.faults)]
    if (!input.success || faults.length > 0) return again(typed, faults)
    const { email } = input.data
    const { outcome } = await inviteToWorkOn(ctx, input.data, isAdmin ? null : worksOn)
    if (outcome === 'known') return again(typed, [{ field: 'email', message: `${email} is on the team already` }])
    return left({ invited: email }, { email: '', role: '', reach: 'all', campaigns: '' })
  },
})
