import { randomUUID } from 'node:crypto'
import { limitsLifted, turnOf } from '@/app/_server/caller/limit-caller'
import { currentExchange } from '@/app/_server/exchange'
import type { Shown } from '@/app/_server/forms/form-answer'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { readSource } from '@/lib/figures/sources/source'
import { sourceId } from '@/lib/figures/sources/source-id'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { timeAndDate } from '@/lib/kernel/text'
import { MINUTE } from '@/lib/kernel/time/durations'
import { submissionLink } from '@/lib/letters/confirming/submission-link'
import { type SoundLetter, submitLetter } from '@/lib/letters/submit'
import { mailboxKey } from '@/lib/limits/mailbox-key'
import { isSolved } from '@/lib/limits/puzzle/challenge'
import { isPuzzleAsked, UNSOLVED_MINUTES } from '@/lib/limits/puzzle/is-puzzle-asked'
import { isOff } from '@/lib/settings/switches/is-off'
import type { LetterDraft } from './posted-draft'
import { type LetterState, type More, showSound } from './state'

/** Submits a letter that was read as sound, and leads to "check your e-mail"; or shows why it is not taken now. */
export async function submitSound(
  ctx: Context,
  campaign: LiveCampaign,
  letter: SoundLetter,
  draft: LetterDraft,
  puzzle: string,
): Promise<{ redirect: string } | Shown<LetterState>> {
  const refused = (message: string, more: More) =>
    showSound(letter, draft, { faults: [{ field: 'check-form', message }], ...more })
  if (await isOff(ctx, 'sign-ups')) return refused(PAUSED, { status: 503 })
  for (const turn of [
    await turnOf(ctx, 'submit'),
    await turnOf(ctx, 'submit-email', mailboxKey(letter.details.email)),
  ]) {
    if (!turn.allowed) return refused(tooMany(turn.retryAt), { status: 429, retryAt: turn.retryAt })
  }
  const lane = await laneOf(ctx, draft, puzzle)
  if ('retryAt' in lane) {
    const words = draft.nothing === '' ? tooManyUnsolved(lane.retryAt) : tooMany(lane.retryAt)
    return refused(words, { status: 429, retryAt: lane.retryAt })
  }
  const submissionId = isId(draft.submission) ? draft.submission : randomUUID()
  const token =
    (await submitLetter(ctx, {
      ...letter,
      campaign,
      submissionId,
      network: currentExchange().clientNetwork,
      mailAt: lane.mailAt,
      sourceId: await sourceId(ctx, readSource(new URLSearchParams(draft.source))),
    })) ?? (await submissionLink(ctx, submissionId))
  return { redirect: `/campaigns/${campaign.slug}/sent/${token}` }
}

/**
 * While a puzzle is asked for, a letter without its answer is taken, but its e-mail goes later, and not many are taken. So
 * at any time is one with a field filled in that no person sees: a browser that meant well may have done it.
 */
async function laneOf(
  ctx: Context,
  { submission, nothing }: LetterDraft,
  puzzle: string,
): Promise<{ mailAt?: Date } | { retryAt: Date }> {
  if (limitsLifted()) return {}
  if (nothing === '' && (!(await isPuzzleAsked(ctx)) || (await isSolved(puzzle, submission)))) return {}
  const turn = await turnOf(ctx, 'unsolved')
  if (!turn.allowed) return { retryAt: turn.retryAt }
  return { mailAt: new Date(ctx.now().getTime() + UNSOLVED_MINUTES * MINUTE) }
}

const PAUSED =
  'We are taking no letters at the moment. Nothing that you typed is lost: leave this page open, and press the button again later'

function tooMany(retryAt: Date): string {
  return `Too many letters came from your connection or for this e-mail address. Nothing that you typed is lost: send it again after ${timeAndDate(retryAt)}`
}

function tooManyUnsolved(retryAt: Date): string {
  return `Too many letters came from your connection without the sum that a browser does first. Nothing that you typed is lost: send it again after ${timeAndDate(retryAt)}, or at once where scripts run`
}
