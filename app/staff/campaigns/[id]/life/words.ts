import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import type { Standing } from '@/lib/campaigns/life/standing'
import { actsIn, type LifeAct } from '@/lib/campaigns/life/state'
import { counted, timeAndDate } from '@/lib/kernel/text'

/** What is asked before it is done. */
export const askedActs = ['pause', 'close', 'reopen', 'unpublish', 'archive', 'delete'] as const
export type AskedAct = (typeof askedActs)[number]

/** What an act is called: on the overview, as the question, and on the button that does it. */
export const actWords: Record<LifeAct, { link: string; question: string; button: string }> = {
  pause: { link: 'Pause it', question: 'Pause it?', button: 'Pause it now' },
  resume: { link: 'Let it go on', question: '', button: 'Let it go on' },
  close: { link: 'Close it', question: 'Close it?', button: 'Close it now' },
  reopen: { link: 'Open it again', question: 'Open it again?', button: 'Open it again' },
  unpublish: { link: 'Take its page down', question: 'Take its page down?', button: 'Take it down now' },
  archive: { link: 'Archive it', question: 'Archive it?', button: 'Archive it' },
  unarchive: { link: 'Take it out of the archive', question: '', button: 'Take it out of the archive' },
  delete: { link: 'Delete it', question: 'Delete it for good?', button: 'Delete it for good' },
}

/** What came of an act, said once it is done. */
export const doneWords: Record<string, string> = {
  settings: 'Saved. Its page follows within seconds.',
  words: 'Saved. Its page says it within seconds.',
  pause: 'Paused. Its page says why, within seconds.',
  resume: 'Live again. Supporters can write, within seconds.',
  close: 'Closed. Its page thanks, and shows what came of it, within seconds.',
  reopen: 'No longer closed. Its page follows within seconds.',
  unpublish: 'Its page is taken down, within seconds.',
  archive: 'Archived. It is left out of the list of campaigns, unless one asks for the archive.',
  unarchive: 'Out of the archive, and as it was before.',
}

/** Whether it may be asked whether to do it. */
export function canAsk(act: AskedAct, campaign: StaffCampaign, { hadLetters }: Standing): boolean {
  return actsIn(campaign.state).includes(act) && !(act === 'delete' && hadLetters)
}

/** What follows from an act, sentence by sentence; of months that personal data is kept for after a campaign closes. */
export function whatFollows(
  act: AskedAct,
  campaign: StaffCampaign,
  standing: Standing,
  monthsAfterClose: number,
): string[] {
  const { waiting, unconfirmed, sent, visits } = standing
  const { scheduledAt, state, live, draft, firstLiveAt } = campaign
  const called = scheduledAt && `What was to go live at ${timeAndDate(scheduledAt)} is called off.`
  const going =
    waiting > 0 && `${counted(waiting, 'confirmed letter waits', 'confirmed letters wait')}: not stopped by this.`
  const confirming =
    unconfirmed > 0 &&
    `${counted(unconfirmed, 'letter is', 'letters are')} not confirmed yet: the link in its e-mail still confirms each.`
  const seen = `${counted(visits, 'visit')} of its page and its frames were counted in the last 7 days.`
  const said: Record<AskedAct, (string | false | null)[]> = {
    pause: [
      'Nobody can write until somebody lets it go on. Its page, and its frames on other sites, say why.',
      seen,
      going,
      confirming,
    ],
    close: [
      'Nobody can write any more. Its page stays: it thanks, and shows what came of it. Links and posters that are out lead there.',
      seen,
      going,
      confirming,
      `${counted(sent, 'letter has', 'letters have')} been sent so far. The figures stay, and count what is still delivered and answered.`,
      `Whoever gets no updates is erased ${counted(monthsAfterClose, 'month')} after the closing, or earlier.`,
      'It can be opened again.',
    ],
    reopen: [
      'Supporters can write again, within seconds. Its page and its frames on other sites have the form again, in place of the thanks.',
      'It stays open until somebody closes it, or until a time that you set for that.',
      sent > 0 && `${counted(sent, 'letter has', 'letters have')} been sent so far, and count on.`,
      seen,
    ],
    unpublish: [
      'Its page, its poster and its frames on other sites are not found any more. Links that are out lead to “Page not found”.',
      seen,
      going,
      confirming,
      sent > 0 &&
        `${counted(sent, 'letter has', 'letters have')} been sent. Their writers keep the pages of their letters, and you the figures.`,
      called,
      'Publishing brings it back, at the same address.',
    ],
    archive: [
      'It is left out of the list of campaigns, unless one asks for the archive.',
      state === 'closed' ? 'Its public page stays as it is: closed.' : 'Nobody else sees it, as now.',
      going,
      called,
      'Nothing of it can be published or opened until it is taken out again.',
    ],
    delete: [
      `All of it goes for good: ${counted(draft.number, 'version')} of its text, its pictures, its links to previews. Nobody can bring it back.`,
      'Nobody has ever written in it.',
      firstLiveAt !== null &&
        !live &&
        'It was live once: links that are out will lead nowhere, and its address is free for another.',
      called,
    ],
  }
  return said[act].filter((sentence) => typeof sentence === 'string')
}
