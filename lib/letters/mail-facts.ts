import { publishedContent, versionContent } from '@/lib/content/find-campaign'
import { findCommittedSeat } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { findLetter, type OpenLetter } from './find'
import { addressOf } from './link-addresses'

/** A letter whose writer and text are still there. */
export type WholeLetter = OpenLetter & {
  person: NonNullable<OpenLetter['person']>
  text: NonNullable<OpenLetter['text']>
}

/** What every e-mail about a letter says; `null` when the letter is gone or erased. */
export async function mailFacts(ctx: Context, letterId: string) {
  const letter = await findLetter(ctx, letterId)
  if (!isWhole(letter)) return null
  const [content, live, seat, footer] = await Promise.all([
    versionContent(ctx, letter.versionId),
    publishedContent(ctx, letter.campaignId),
    findCommittedSeat(ctx, letter.constituencyCode),
    mailFooter(ctx),
  ])
  if (!seat) throw new Error(`No constituency ${letter.constituencyCode} in the directory.`)
  return {
    letter,
    seat,
    shared: {
      ...footer,
      myDataUrl: addressOf(ctx).myData(),
      name: letter.person.name,
      campaignTitle: content.title,
      recipientAsk: content.recipientAsk,
      emails: live?.emails,
      mpName: seat.mp?.name ?? null,
      constituency: seat.name,
    },
  }
}

function isWhole(letter: OpenLetter | null): letter is WholeLetter {
  return letter !== null && letter.person !== null && letter.text !== null
}
