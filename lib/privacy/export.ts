import { eq } from 'drizzle-orm'
import { campaigns, constituencies, letters, replies, supporters } from '@/db/schema/index'
import { campaignName } from '@/lib/content/campaign-name'
import { sourceNamed } from '@/lib/figures/sources/source-id'
import type { Context } from '@/lib/kernel/context'
import { letterHistory } from '@/lib/letters/find'
import { findOwnAnswer } from '@/lib/letters/mp-answers/own-answer'
import { unsealText } from '@/lib/letters/sealed-text'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import { openPerson } from '@/lib/supporters/open-person'
import { passedOnTo } from '@/lib/webhooks/forget-deliveries'

/** Everything that is held on the owner of this e-mail (UK GDPR articles 15 and 20), one entry a letter: of a sign-up one, or two where it was chased. */
export async function exportByEmail(ctx: Context, email: string) {
  return exportByHash(ctx, await lookupHash(ctx, canonicalEmail(email)))
}

/** Everything that is held on the person whose keyed e-mail hash this is: the owner of a link. */
export async function exportByHash(ctx: Context, emailHash: string) {
  return (await heldByHash(ctx, emailHash)).map(({ entry }) => entry)
}

/** The same, with the letter that each entry is of, and what its campaign is called. */
export async function heldByHash(ctx: Context, emailHash: string) {
  const rows = await ctx.db
    .select({
      supporter: supporters,
      letter: letters,
      campaign: campaigns.slug,
      campaignName,
      constituency: constituencies.name,
      reply: replies.answer,
    })
    .from(supporters)
    .innerJoin(campaigns, eq(campaigns.id, supporters.campaignId))
    .innerJoin(constituencies, eq(constituencies.code, supporters.constituencyCode))
    .innerJoin(letters, eq(letters.supporterId, supporters.id))
    .leftJoin(replies, eq(replies.letterId, letters.id))
    .where(eq(supporters.emailHash, emailHash))
    .orderBy(supporters.createdAt, letters.createdAt)
  return Promise.all(
    rows.map(async ({ supporter, letter, campaign, campaignName, constituency, reply }) => ({
      letterId: letter.id,
      campaignName,
      entry: {
        campaign,
        constituency,
        ...openPerson(supporter),
        signedUpAt: supporter.createdAt,
        confirmedAt: supporter.confirmedAt,
        updates: supporter.updatesAskedAt
          ? {
              askedAt: supporter.updatesAskedAt,
              ...askedHow(supporter),
              leftAt: supporter.unsubscribedAt,
            }
          : null,
        /** A no that was said, where one was asked for. */
        updatesRefused:
          supporter.updatesRefusedAt || (!supporter.updatesAskedAt && supporter.updatesKind === 'choice')
            ? { at: supporter.updatesRefusedAt ?? supporter.createdAt, ...askedHow(supporter) }
            : null,
        /** To which of the operator's own systems, and when. */
        passedOn: await passedOnTo(ctx, supporter.id),
        letter: {
          state: letter.state,
          /** The second of a sign-up, after the first was not answered. */
          chasesTheFirst: letter.chases !== null,
          /** How postcode and seat agreed when it was written, and the other seats that the postcode was placed in. */
          postcodeFound: { kind: letter.placing, others: letter.placedIn },
          asks: letter.asks,
          text: letter.textSealed ? unsealText(letter.textSealed, letter.id) : null,
          history: await letterHistory(ctx, letter.id),
          reply,
          /** What they told us of their MP's answer. */
          saidOfAnswer: await findOwnAnswer(ctx, letter.id),
          /** The tags, host or code that their way to the campaign is counted under. */
          cameBy: await sourceNamed(ctx, letter.sourceId),
        },
      },
    })),
  )
}

type Asked = Pick<
  typeof supporters.$inferSelect,
  'updatesWording' | 'updatesWordingVersion' | 'updatesKind' | 'updatesBasis'
>

function askedHow({ updatesWording, updatesWordingVersion, updatesKind, updatesBasis }: Asked) {
  return {
    wording: updatesWording,
    version: updatesWordingVersion,
    kind: updatesKind ?? 'box',
    basis: updatesBasis ?? 'consent',
  }
}
