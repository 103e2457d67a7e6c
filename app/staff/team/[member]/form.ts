import { turnOf } from '@/app/_server/caller/limit-caller'
import { again } from '@/app/_server/forms/make-form'
import { readWorksOn } from '@/app/_server/forms/read-works-on'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { limitMember } from '@/lib/campaigns/limit-member'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { timeAndDate } from '@/lib/kernel/text'
import { chosenRole } from '@/lib/staff/input'
import { resetFactors } from '@/lib/staff/second-factor/factors'
import { inviteAgain as inviteMemberAgain } from '@/lib/staff/team/invite-again'
import { removeMember } from '@/lib/staff/team/remove'
import { setRole as setMemberRole } from '@/lib/staff/team/set-role'

export const setRole = staffForm({
  verb: 'team.set-role',
  address: ['member'],
  input: chosenRole,
  answer: ({ ctx, address: { member }, input: { role }, typed }) =>
    orSayWhy('role', typed, async () => {
      await setMemberRole(ctx, { id: member, role })
      return { redirect: `/staff/team/${member}?done=role` }
    }),
})

export const setCampaigns = staffForm({
  verb: 'team.set-campaigns',
  address: ['member'],
  answer: async ({ ctx, sent, address: { member } }) => {
    const { typed, worksOn, faults } = readWorksOn(sent)
    if (faults.length > 0) return again(typed, faults)
    await limitMember(ctx, { id: member, worksOn })
    return { redirect: `/staff/team/${member}?done=campaigns` }
  },
})

export const remove = staffForm({
  verb: 'team.remove',
  address: ['member'],
  answer: ({ ctx, address: { member } }) =>
    orSayWhy('remove', {}, async () => {
      const { outcome } = await removeMember(ctx, member)
      return { redirect: `/staff/team?done=${outcome}` }
    }),
})

export const inviteAgain = staffForm({
  verb: 'team.invite',
  address: ['member'],
  answer: async ({ ctx, address: { member } }) => {
    const faulty = (message: string) => again({}, [{ field: 'invite-again', message }])
    // One limit with the link that they ask for themselves: nobody's mailbox is flooded.
    const taken = await turnOf(ctx, 'sign-in', `invite ${member}`)
    if (!taken.allowed) {
      const refused = faulty(`Too many invitations were sent to them: try again after ${timeAndDate(taken.retryAt)}`)
      return { ...refused, status: 429, retryAt: taken.retryAt }
    }
    if (await inviteMemberAgain(ctx, member)) return { redirect: `/staff/team/${member}?done=invited` }
    return faulty('They have signed in already, and need no invitation')
  },
})

export const resetFactor = staffForm({
  verb: 'team.reset-factor',
  address: ['member'],
  answer: async ({ ctx, address: { member } }) => {
    await resetFactors(ctx, member)
    return { redirect: `/staff/team/${member}?done=factor` }
  },
})

/** What is done to one member of the team, on their page. */
export const form = staffForms({
  'set-role': setRole,
  'set-campaigns': setCampaigns,
  remove,
  'invite-again': inviteAgain,
  'reset-factor': resetFactor,
})

async function orSayWhy<Name extends string>(
  field: string,
  typed: Record<Name, string>,
  work: () => Promise<{ redirect: string }>,
) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    return again(typed, [{ field, message: error.message }])
  }
}
