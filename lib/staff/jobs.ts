import { z } from 'zod'
import { declareJob } from '@/lib/jobs/define-job'

export const sendSignInLinkJob = declareJob(
  'send-sign-in-link',
  z.object({
    staffId: z.string(),
    invited: z.boolean(),
    to: z.string().optional(),
    /** The member who invites them. */
    byId: z.string().optional(),
  }),
)

/** Somebody has asked to sign in: by a keyed hash, for known and unknown addresses alike. `to`: the page that they meant. */
export const findToSignInJob = declareJob(
  'find-to-sign-in',
  z.object({ emailHash: z.string(), to: z.string().default('') }),
)

/** A member has left the team, or has another role: what they may not publish any more is called off. */
export const callOffPublishingJob = declareJob(
  'call-off-publishing',
  z.object({ staffId: z.string(), byId: z.string().nullable() }),
)

const factorChanges = [
  'app-added',
  'app-removed',
  'passkey-added',
  'passkey-removed',
  'passkey-refused',
  'codes-renewed',
  'code-used',
  'reset',
] as const
/** What was done with a member's second factor. */
export type FactorChange = (typeof factorChanges)[number]

/** A member's second factor was changed: they are told, and whoever did it for them. */
export const tellFactorJob = declareJob(
  'tell-second-factor',
  z.object({ staffId: z.string(), toId: z.string(), change: z.enum(factorChanges), at: z.iso.datetime() }),
)
