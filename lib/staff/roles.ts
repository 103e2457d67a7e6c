import { type AnyVerb, type CampaignVerb, type StaffVerb, verbs } from '@/lib/audit/verbs'
import { ownOf } from '@/lib/kernel/own-property'

/** Whether a role may do something. What no role is named for is refused, and so is an unknown role. */
export function allowed(role: string, verb: string): boolean {
  return ownOf<AnyVerb>(verbs, verb)?.roles?.some((each) => each === role) ?? false
}

/** Whether something is done only soon after who asks has proven who they are. */
export function needsFresh(verb: string): boolean {
  return ownOf<AnyVerb>(verbs, verb)?.fresh === true
}

/** Whether something is asked for of one campaign. */
export function isOfCampaign(verb: StaffVerb): verb is CampaignVerb {
  return ownOf<AnyVerb>(verbs, verb)?.reach === 'campaign'
}

/** All that a role is asked for. */
export const staffVerbs = Object.keys(verbs).filter(
  (verb): verb is StaffVerb => 'roles' in verbs[verb as keyof typeof verbs],
)
