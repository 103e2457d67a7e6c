import { campaignSlugOf, writtenContent } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'
import { addressOf } from '@/lib/letters/link-addresses'
import { isTheirsToSend } from '@/lib/letters/printed/sent-by-writer'
import { installationName } from '@/lib/settings/installation'
import { type NoteFacts, noteBelowMail, noteBelowPrint } from './note-below'
import { placingKept } from './placing'

type Letter = Pick<
  OpenLetter,
  | 'campaignId'
  | 'versionId'
  | 'placing'
  | 'placedIn'
  | 'ownShare'
  | 'confirmedAt'
  | 'state'
  | 'heldReason'
  | 'sentByWriterAt'
>

/** The note below a letter as its MP gets it: by e-mail through us, or on paper where its writer sends it, or `onPaper`. */
export async function noteOfLetter(
  ctx: Context,
  letter: Letter,
  constituency: string,
  onPaper = false,
): Promise<string> {
  const { title } = await writtenContent(ctx, letter.versionId)
  const facts: NoteFacts = {
    campaign: title,
    placing: placingKept(letter),
    constituency,
    ownShare: letter.ownShare,
  }
  if (!onPaper && !isTheirsToSend(letter) && !letter.sentByWriterAt)
    return noteBelowMail(await installationName(ctx), facts)
  const at = addressOf(ctx).campaign(await campaignSlugOf(ctx, letter.campaignId))
  return noteBelowPrint(at, { ...facts, isConfirmed: letter.confirmedAt !== null })
}
