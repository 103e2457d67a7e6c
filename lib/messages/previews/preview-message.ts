import type { Message } from '@/emails/_components/message'
import { letterToMpEmail } from '@/emails/letter-to-mp'
import { alreadySignedEmail } from '@/emails/to-writer/already-signed'
import { askAboutReplyEmail } from '@/emails/to-writer/ask-about-reply'
import { confirmEmail } from '@/emails/to-writer/confirm'
import { copyToSupporterEmail } from '@/emails/to-writer/copy-to-supporter'
import { couldNotBeDeliveredEmail } from '@/emails/to-writer/could-not-be-delivered'
import { heldEmail } from '@/emails/to-writer/held'
import { releasedEmail } from '@/emails/to-writer/released'
import { reminderEmail } from '@/emails/to-writer/reminder'
import type { PreviewedCampaign } from '@/lib/campaigns/preview/find-previewed-version'
import { addressAwaitedUntil } from '@/lib/directory/address-awaited'
import type { Seat } from '@/lib/directory/lookup'
import { partyWords } from '@/lib/directory/party-words'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'
import { addressOf } from '@/lib/letters/link-addresses'
import { becomesOf } from '@/lib/letters/printed/becomes-of'
import { noteBelowMail } from '@/lib/letters/proof/note-below'
import { answersToChoose } from '@/lib/letters/reply-answers'
import { mailFooter } from '@/lib/mailer/footer'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import { currentPeriods } from '@/lib/settings/keeping-periods'
import { besideFor } from '@/lib/writing/draft-as-letter'
import type { PreviewedEmail } from './previewed-emails'

/** One of the e-mails as a version makes it for a seat, with a made-up supporter; `null` where no letter goes to that MP. */
export async function previewMessage(
  ctx: Context,
  campaign: PreviewedCampaign,
  seat: Seat,
  which: PreviewedEmail,
): Promise<Message | null> {
  const beside = besideFor(campaign.content, seat, 0)
  if (beside.kind !== 'letter') return null
  const now = ctx.now()
  const nowhere = `${ctx.env.appUrl}/preview`
  const shared = {
    ...(await mailFooter(ctx)),
    myDataUrl: addressOf(ctx).myData(),
    name: 'Sam Example',
    campaignTitle: campaign.content.title || 'A campaign without a title',
    mpName: seat.mp?.name ?? null,
    constituency: seat.name,
    emails: campaign.content.emails,
  }
  const waitsAtMost = counted((await currentPeriods(ctx)).heldDays, 'day')
  const status = { ...shared, statusUrl: nowhere, waitsAtMost }
  const mpName = seat.mp?.name ?? 'the MP'
  const note = noteBelowMail(shared.site, {
    campaign: shared.campaignTitle,
    placing: { kind: 'inside', others: [] },
    constituency: seat.name,
    ownShare: 0,
  })
  const confirm = {
    ...shared,
    becomes: becomesOf(seat, now),
    confirmUrl: nowhere,
    code: '000000',
    notMeUrl: nowhere,
    expires: new Date(now.getTime() + CONFIRM_LINK_DAYS * DAY),
    keptDays: CONFIRM_LINK_DAYS,
  }
  const letter = {
    subject: beside.subject || 'A letter without a subject',
    salutation: beside.salutation,
    body: beside.body,
    signOff: beside.signOff,
    name: shared.name,
    address: ['1 Example Street', 'Exampletown'],
    postcode: 'SW1A 0AA',
    email: 'sam@example.org',
  }
  switch (which) {
    case 'confirm':
      return confirmEmail(confirm)
    case 'reminder':
      return reminderEmail({ ...confirm, writtenAt: new Date(now.getTime() - DAY) })
    case 'already':
      return alreadySignedEmail({
        ...shared,
        notMeUrl: nowhere,
        enteredAt: now,
        because: {
          kind: 'same-person',
          letterAt: new Date(now.getTime() - DAY),
          statusUrl: nowhere,
          mpName: shared.mpName,
          constituency: seat.name,
        },
      })
    case 'letter':
      return letterToMpEmail({ letter, note, verifyUrl: nowhere })
    case 'copy':
      return copyToSupporterEmail({
        ...status,
        mpName,
        mpEmail: seat.mp?.email ?? '',
        note,
        letter,
        sentAt: now,
        chases: false,
      })
    case 'vacant':
    case 'dissolved':
    case 'review':
      return heldEmail({ ...status, held: { reason: which } })
    case 'no-address-yet': {
      const until = addressAwaitedUntil({ since: now })
      return heldEmail({ ...status, held: { reason: which, mpName, gone: false, until } })
    }
    case 'by-post':
      return heldEmail({ ...status, held: { reason: 'no-email', mpName, letter, printUrl: nowhere, hasWaited: false } })
    case 'released':
    case 'has-address':
      return releasedEmail({
        ...status,
        waitedFor: which === 'released' ? 'mp' : 'address',
        mpName,
        mpParty: partyWords(seat.mp?.party ?? 'Independent'),
      })
    case 'undelivered':
      return couldNotBeDeliveredEmail({
        ...status,
        mpName,
        reason: 'no-such-address',
        serverSaid: null,
        letter,
        triedAt: now,
        printUrl: nowhere,
      })
    case 'reply':
    case 'reply-again':
      return askAboutReplyEmail({
        ...shared,
        recipientAsk: campaign.content.recipientAsk,
        mpName,
        sentAt: new Date(now.getTime() - (which === 'reply' ? 14 : 21) * DAY),
        round: which === 'reply' ? 'first' : 'last',
        repliedUrl: nowhere,
        answers: answersToChoose.map(({ label }) => ({ label, url: nowhere })),
        unsubscribeUrl: nowhere,
      })
  }
}
