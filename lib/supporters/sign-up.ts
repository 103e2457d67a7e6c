import { supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { seal } from '@/lib/kernel/secrets/crypto'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail, identityOf } from './identity'
import type { SupporterDetails } from './input'

type SignUp = {
  campaignId: string
  submissionId: string
  constituencyCode: string
  postcode: string
  details: SupporterDetails
  consent: { version: string; wording: string }
}

/**
 * Stores an unconfirmed sign-up, whether or not the person has signed before: that is settled when
 * they confirm. Gives its id, or `null` when this very submission is stored already.
 */
export async function signUp(ctx: Context, input: SignUp): Promise<string | null> {
  const { details, consent } = input
  const id = crypto.randomUUID()
  const [row] = await ctx.db
    .insert(supporters)
    .values({
      id,
      campaignId: input.campaignId,
      submissionId: input.submissionId,
      constituencyCode: input.constituencyCode,
      emailHash: await lookupHash(ctx, canonicalEmail(details.email)),
      identityHash: await lookupHash(ctx, identityOf(details.email, details.name)),
      nameSealed: seal(details.name, 'name', id),
      emailSealed: seal(details.email, 'email', id),
      postcodeSealed: seal(input.postcode, 'postcode', id),
      updatesAskedAt: details.updates ? ctx.now() : null,
      updatesWording: consent.wording,
      updatesWordingVersion: consent.version,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: supporters.submissionId })
    .returning({ id: supporters.id })
  return row?.id ?? null
}
