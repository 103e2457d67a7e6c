import { supporters } from '@/db/schema/index'
import { askedInFull, type ConsentAsked } from '@/lib/content/consent-asked'
import { basisOf } from '@/lib/content/consent-kinds'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { seal } from '@/lib/kernel/secrets/crypto'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { isOffNow } from '@/lib/settings/switches/is-off'
import { canonicalEmail, identityOf } from './identity'
import type { SupporterDetails } from './input'

type SignUp = {
  campaignId: string
  submissionId: string
  constituencyCode: string
  postcode: string
  details: SupporterDetails
  consent: ConsentAsked
}

/**
 * Stores an unconfirmed sign-up, whether or not the person has signed before: that is settled when
 * they confirm. Gives its id, or `null` when this very submission is stored already. Throws a `Refusal` while staff have
 * switched sign-ups off: the statement that stores it looks, so the caller's transaction must end with it.
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
      updatesRefusedAt: details.refused ? ctx.now() : null,
      updatesWording: askedInFull(consent),
      updatesWordingVersion: consent.version,
      updatesKind: consent.kind,
      updatesBasis: basisOf(consent.kind),
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: supporters.submissionId })
    .returning({ id: supporters.id, refused: isOffNow('sign-ups') })
  if (row?.refused) throw new Refusal('unavailable', 'No letters are taken at the moment.')
  return row?.id ?? null
}
