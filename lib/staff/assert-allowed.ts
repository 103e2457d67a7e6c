import type { CampaignVerb, StaffVerb } from '@/lib/audit/verbs'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isOwnCampaign } from './own-campaigns'
import { allowed } from './roles'

type Actor = Pick<Context, 'actor'>

/**
 * Lets the installation itself pass, and staff whose role allows it. What is of one campaign is asked with its id, and
 * refused to who works on others alone as what does not exist; with `null` where it is of several, which the caller
 * narrows to theirs. Throws a `Refusal` for anyone else: every verb of staff asks for itself, whatever its page has asked.
 */
export function assertAllowed(ctx: Actor, verb: Exclude<StaffVerb, CampaignVerb>): void
export function assertAllowed(ctx: Actor, verb: CampaignVerb, campaignId: string | null): void
export function assertAllowed(ctx: Actor, verb: StaffVerb, campaignId: string | null = null): void {
  const { actor } = ctx
  if (actor.kind === 'system') return
  if (actor.kind !== 'staff' || !allowed(actor.role, verb))
    throw new Refusal('not-allowed', 'Your role does not allow that. Nothing was changed.')
  if (campaignId !== null && !isOwnCampaign(ctx, campaignId))
    throw new Refusal('not-found', 'There is no such campaign.')
}
