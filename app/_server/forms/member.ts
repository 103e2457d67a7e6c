import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { takeTurn } from '@/lib/limits/rate-limit'
import { chosenRole } from '@/lib/staff/input'
import { inviteAgain } from '@/lib/staff/team/invite-again'
import { removeMember } from '@/lib/staff/team/remove'
import { setRole } from '@/lib/staff/team/set-role'
import { faultsOf, textOf } from './fields'
import { staffForm, staffForms } from './old-staff-form'

const roleForm = staffForm('team.set-role', async (ctx, form, { member = '' }): Promise<FormAnswer> => {
  const values = { role: textOf(form, 'role') }
  const parsed = chosenRole.safeParse(values)
  if (!parsed.success) return faulty(values, faultsOf(parsed.error))
  return orSayWhy('role', values, async () => {
    await setRole(ctx, { id: member, role: parsed.data.role })
    return { redirect: `/staff/team/${member}?done=role` }
  })
})

const removeForm = staffForm(
  'team.remove',
  async (ctx, _form, { member = '' }): Promise<FormAnswer> =>
    orSayWhy('remove', {}, async () => {
      const { outcome } = await removeMember(ctx, member)
      return { redirect: `/staff/team?done=${outcome}` }
    }),
)

const inviteAgainForm = staffForm('team.invite', async (ctx, _form, { member = '' }): Promise<FormAnswer> => {
  // One limit with the link that they ask for themselves: nobody's mailbox is flooded.
  const taken = await takeTurn(ctx, 'sign-in', `invite ${member}`, limitsLifted())
  if (!taken.allowed) {
    const message = 'Many invitations were sent in a short time: try again in ten minutes'
    return { ...faulty({}, [{ field: 'invite-again', message }]), status: 429, retryAt: taken.retryAt }
  }
  if (await inviteAgain(ctx, member)) return { redirect: `/staff/team/${member}?done=invited` }
  return faulty({}, [{ field: 'invite-again', message: 'They have signed in already, and need no invitation' }])
})

/** What is done to one member of the team, on their page. */
export const memberForms = staffForms({ 'set-role': roleForm, remove: removeForm, 'invite-again': inviteAgainForm })

type Show = Extract<FormAnswer, { show: unknown }>

function faulty(values: Record<string, string>, faults: FieldFault[]): Show {
  return { show: { form: 'member', values, faults, done: null }, status: 422 }
}

async function orSayWhy(
  field: string,
  values: Record<string, string>,
  work: () => Promise<FormAnswer>,
): Promise<FormAnswer> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    return faulty(values, [{ field, message: error.message }])
  }
}
