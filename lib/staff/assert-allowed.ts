import type { StaffVerb } from '@/lib/audit/verbs'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { allowed } from './roles'

/**
 * Lets the installation itself pass, and staff whose role allows it. Throws a `Refusal` for anyone else:
 * every verb of staff asks for itself, whatever its page has asked before.
 */
export function assertAllowed({ actor }: Pick<Context, 'actor'>, verb: StaffVerb): void {
  if (actor.kind === 'system') return
  if (actor.kind === 'staff' && allowed(actor.role, verb)) return
  throw new Refusal('not-allowed', 'Your role does not allow that. Nothing was changed.')
}
