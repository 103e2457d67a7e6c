import { z } from 'zod'
import { type MembersOrigin, membersSources } from './source'

/**
 * How the MPs were before a change, to go back to, by their rows' ids: whom it let sit, whom it ended, whom it corrected
 * as they were; and where the MPs came from.
 */
export const membersBefore = z.object({
  source: z.enum(membersSources).nullable(),
  asOf: z.iso.datetime().nullable().default(null),
  begun: z.array(z.string()),
  ended: z.array(z.string()),
  corrected: z.array(
    z.object({
      id: z.string(),
      memberId: z.int(),
      name: z.string(),
      party: z.string(),
      email: z.string().nullable(),
      /** As in the row; what an older version kept does not say. */
      setByHand: z.iso.datetime().nullable().optional(),
      sourceEmail: z.string().nullable().optional(),
      addressGoneAt: z.iso.datetime().nullable().optional(),
    }),
  ),
})
export type MembersBefore = z.infer<typeof membersBefore>

/** The part of it that says where the MPs came from. */
export function originBefore(origin: MembersOrigin | null): Pick<MembersBefore, 'source' | 'asOf'> {
  return { source: origin?.source ?? null, asOf: origin?.asOf ?? null }
}
