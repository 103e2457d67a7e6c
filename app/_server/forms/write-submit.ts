import { currentExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/form-answer'
import type { LetterDraft } from '@/app/_server/form-state'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { contentFor, groupOf } from '@/lib/content/content-for-mp'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import { parsePostcode } from '@/lib/directory/postcode'
import { readSource } from '@/lib/figures/sources/source'
import { sourceId } from '@/lib/figures/sources/source-id'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { timeAndDate } from '@/lib/kernel/text'
import { MINUTE } from '@/lib/kernel/time/durations'
import { submissionLink } from '@/lib/letters/confirming/submission-link'
import { letterWords } from '@/lib/letters/input'
import type { Placing } from '@/lib/letters/proof/placing'
import { submitLetter } from '@/lib/letters/submit'
import { mailboxKey } from '@/lib/limits/mailbox-key'
import { isSolved } from '@/lib/limits/puzzle/challenge'
import { isPuzzleAsked, UNSOLVED_MINUTES } from '@/lib/limits/puzzle/is-puzzle-asked'
import { takeTurn } from '@/lib/limits/rate-limit'
import { isOff } from '@/lib/settings/switches/read'
import { supporterDetails } from '@/lib/supporters/input'
import { parseWording } from '@/lib/writing/wordings/wording'

/** Submits a draft that was found whole, and leads to "check your e-mail". */
export async function sendDraft(
  ctx: Context,
  campaign: LiveCampaign,
  seat: Seat,
  draft: LetterDraft,
  placing: Placing,
  puzzle: string,
): Promise<FormAnswer> {
  const details = supporterDetails.parse({ ...draft, updates: draft.updates ? 'yes' : undefined })
  if (await isOff(ctx, 'sign-ups')) return paused(draft)
  const retryAt = await refused(ctx, mailboxKey(details.email))
  if (retryAt) return tooMany(draft, retryAt)
  const lane = await laneOf(ctx, draft, puzzle)
  if ('retryAt' in lane) return tooManyUnsolved(draft, lane.retryAt)
  const postcode = parsePostcode(draft.postcode)
  const group = groupOf(campaign.content, seat)
  const content = contentFor(campaign.content, group)
  const submissionId = isId(draft.submission) ? draft.submission : crypto.randomUUID()
  const token =
    (await submitLetter(ctx, {
      campaign,
      submissionId,
      constituencyCode: seat.code,
      postcode: postcode.kind === 'postcode' ? postcode.postcode : '',
      placing,
      asks: draft.asks.filter((ask) => content.asks.some(({ id }) => id === ask)),
      wording: parseWording(content, draft.wording),
      givenId: draft.givenId,
      group,
      words: letterWords.parse(draft),
      details,
      network: currentExchange().clientNetwork,
      mailAt: lane.mailAt,
      sourceId: await sourceId(ctx, readSource(new URLSearchParams(draft.source))),
    })) ?? (await submissionLink(ctx, submissionId))
  return { redirect: `/campaigns/${campaign.slug}/sent/${token}` }
}

async function refused(ctx: Context, mailbox: string): Promise<Date | null> {
  for (const taken of [
    await takeTurn(ctx, 'submit', currentExchange().clientAddress, limitsLifted()),
    await takeTurn(ctx, 'submit-email', mailbox, limitsLifted()),
  ]) {
    if (!taken.allowed) return taken.retryAt
  }
  return null
}

/** While a puzzle is asked for, a letter without its answer is taken, but its e-mail goes later, and not many are taken. */
async function laneOf(
  ctx: Context,
  { submission }: LetterDraft,
  puzzle: string,
): Promise<{ mailAt?: Date } | { retryAt: Date }> {
  if (limitsLifted() || !(await isPuzzleAsked(ctx)) || (await isSolved(puzzle, submission))) return {}
  const turn = await takeTurn(ctx, 'unsolved', currentExchange().clientAddress, false)
  return turn.allowed
    ? { mailAt: new Date(ctx.now().getTime() + UNSOLVED_MINUTES * MINUTE) }
    : { retryAt: turn.retryAt }
}

function paused(draft: LetterDraft): FormAnswer {
  const message =
    'We are taking no letters at the moment. Nothing that you typed is lost: leave this page open, and press the button again later'
  const faults = [{ field: 'check-form', message }]
  return {
    show: { form: 'letter', stage: 'check', draft, faults, kept: false, slip: null, elsewhere: null, turned: false },
    status: 503,
  }
}

function tooMany(draft: LetterDraft, retryAt: Date): FormAnswer {
  const message = `Too many letters came from your connection or for this e-mail address. Nothing that you typed is lost: send it again after ${timeAndDate(retryAt)}`
  return refusedUntil(draft, retryAt, message)
}

function tooManyUnsolved(draft: LetterDraft, retryAt: Date): FormAnswer {
  const message = `Too many letters came from your connection without the sum that a browser does first. Nothing that you typed is lost: send it again after ${timeAndDate(retryAt)}, or at once where scripts run`
  return refusedUntil(draft, retryAt, message)
}

function refusedUntil(draft: LetterDraft, retryAt: Date, message: string): FormAnswer {
  return {
    show: {
      form: 'letter',
      stage: 'check',
      draft,
      faults: [{ field: 'check-form', message }],
      kept: false,
      slip: null,
      elsewhere: null,
      turned: false,
    },
    status: 429,
    retryAt,
  }
}
