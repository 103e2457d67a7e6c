import { renderEmail } from '@/emails/render'
import { type AlertFacts, staffAlertEmail } from '@/emails/to-staff/staff-alert'
import {
  type Alert,
  dayOfBounces,
  heldForBlocks,
  oldestWaiting,
  senderBlocksNow,
  writersBlockedToday,
} from '@/lib/delivery/alerts/alert-rules'
import { findMp } from '@/lib/directory/find-mp'
import type { Context } from '@/lib/kernel/context'
import { waitingForPerson } from '@/lib/letters/held-for-person'
import { addressOf } from '@/lib/letters/link-addresses'
import { heldWords } from '@/lib/letters/why-held'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { adminEmail } from '@/lib/staff/team/tell-admins'

type Input = Alert & { day: string; staffId: string }

/** Mails one alert to one administrator, with how things stand now. */
export async function sendAlert(ctx: Context, { kind, subject, day, staffId }: Input): Promise<void> {
  const to = await adminEmail(ctx, staffId)
  if (!to) return
  const facts = await factsOf(ctx, { kind, subject })
  if (!facts) return
  const message = staffAlertEmail({
    ...(await mailFooter(ctx)),
    lettersUrl: addressOf(ctx).staffLetters(),
    keepingUrl: addressOf(ctx).staffKeeping(),
    seatUrl: `${ctx.env.appUrl}/staff/directory/seats?${new URLSearchParams({ find: 'mpName' in facts ? facts.mpName : '' })}`,
    alert: facts,
  })
  await sendMail(ctx, {
    key: `alert ${kind} ${subject} ${day} ${staffId}`,
    to,
    ...(await renderEmail(message)),
  })
}

async function factsOf(ctx: Context, { kind, subject }: Alert): Promise<AlertFacts | null> {
  switch (kind) {
    case 'queue': {
      const since = await oldestWaiting(ctx)
      return since && { kind, since }
    }
    case 'held': {
      const waiting = await waitingForPerson(ctx)
      return (
        waiting && {
          kind,
          letters: waiting.letters,
          oldest: waiting.oldest,
          reasons: waiting.reasons.map(({ reason, letters }) => ({ letters, why: heldWords[reason] })),
        }
      )
    }
    case 'bounces':
      return { kind, ...(await dayOfBounces(ctx)) }
    case 'mp-bounces': {
      const mp = await findMp(ctx, subject)
      return mp && { kind, mpName: mp.name }
    }
    case 'complaint':
    case 'purge':
      return { kind }
    case 'blocked': {
      const block = (await senderBlocksNow(ctx)).find(({ domain }) => domain === subject)
      return block ? { kind, domain: subject, said: block.said, held: await heldForBlocks(ctx) } : null
    }
    case 'blocked-writers': {
      const today = await writersBlockedToday(ctx)
      return today && { kind, ...today }
    }
  }
}
