import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import type { Standing } from '@/lib/campaigns/life/standing'
import { counted, timeAndDate } from '@/lib/kernel/text'

/** What follows from putting the draft live now, sentence by sentence. */
export function followsFromPublishing(
  { openedAt, live, state, scheduledAt, scheduledNumber }: StaffCampaign,
  { waiting, unconfirmed, visits }: Standing,
  now: Date,
): string[] {
  const opensLater = openedAt !== null && openedAt > now
  const said = [
    opensLater
      ? `Everybody can read it once it opens, at ${timeAndDate(openedAt)}.`
      : 'Everybody can read it within seconds: its page, the poster, and its frames on other sites.',
    state === 'closed' && 'It is closed: nobody can write. To have it open, open it on its overview.',
    state === 'paused' && 'It stays paused: nobody can write until it goes on.',
    live && `${counted(visits, 'visit')} of its page and its frames were counted in the last 7 days.`,
    waiting + unconfirmed > 0 &&
      `${counted(waiting + unconfirmed, 'letter that is', 'letters that are')} written already but not sent: each keeps its text.`,
    scheduledAt &&
      `Version ${scheduledNumber}, which was to go live at ${timeAndDate(scheduledAt)}, is called off unless it is this one.`,
  ]
  return said.filter((sentence) => typeof sentence === 'string')
}
