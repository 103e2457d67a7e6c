import { randomUUID } from 'node:crypto'
import { faultsOf, textOf } from '@/app/_server/forms/fields'
import type { Shown } from '@/app/_server/forms/form-answer'
import { consentAsked, getsUpdates } from '@/lib/content/consent-asked'
import type { Placed } from '@/lib/directory/place-postcode'
import type { ParsedPostcode } from '@/lib/directory/postcode'
import { letterWords } from '@/lib/letters/input'
import { placingOf } from '@/lib/letters/proof/placing'
import type { SoundLetter } from '@/lib/letters/submit'
import { emailSlip } from '@/lib/supporters/email-slip'
import { supporterDetails } from '@/lib/supporters/input'
import { answeredPrompts } from '@/lib/writing/originality/own-words'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { asksOf as lettersAsks, parseWording } from '@/lib/writing/wordings/wording'
import { postcodeFault } from './compare-home-with-seat'
import { boxesOf, type LetterTo, wishOf } from './next-page'
import type { LetterDraft } from './posted-draft'
import { type Elsewhere, type LetterState, showDraft, showSound } from './state'

/** A letter in which everything is sound, and the other seats that its postcode lies in, where its writer has to choose. */
export type ReadLetter = { letter: SoundLetter; elsewhere: Elsewhere | null; terminated: boolean }

/** Reads a draft into the letter that can be taken, once for all that comes after; or shows what is wrong with it. */
export function readLetter(
  draft: LetterDraft,
  { seat, group, content }: LetterTo,
  home: { postcode: ParsedPostcode; placed: Placed },
): ReadLetter | Shown<LetterState> {
  const words = letterWords.safeParse(draft)
  const details = supporterDetails.safeParse({
    ...draft,
    // Where the campaign says no use for it, there is no such field, and nothing is kept of one.
    phone: content.phoneHint ? draft.phone : '',
    updates: getsUpdates(consentAsked(content.consent), draft) ? 'yes' : 'no',
    refused: draft.updates === 'no' && content.consent.kind !== 'box',
  })
  const placing = placingOf(home.placed)
  const elsewhere = elsewhereOf(home.placed)
  const aboutYou = [
    ...(details.success ? [] : faultsOf(details.error)),
    ...postcodeFault(home.placed, home.postcode, seat.name),
    ...(content.consent.kind === 'choice' && draft.updates === '' ? [UNANSWERED] : []),
  ]
  // A page shows the faults of its own fields.
  const faults = words.success ? aboutYou : faultsOf(words.error)
  if (!words.success || !details.success || !placing || faults.length > 0 || home.postcode.kind === 'malformed') {
    return showDraft(words.success ? 'you' : 'letter', draft, { faults, status: 422, elsewhere })
  }
  const wording = parseWording(content, draft.wording) ?? anyWording(content, 0, wishOf(draft, content))
  const { argued, named } = lettersAsks(content, wording)
  const letter = {
    constituencyCode: seat.code,
    postcode: home.postcode.postcode,
    placing,
    asks: [...argued, ...named],
    wording,
    answered: answeredPrompts(boxesOf(draft), content),
    givenId: draft.givenId,
    group,
    words: words.data,
    details: details.data,
  }
  return { letter, elsewhere, terminated: 'terminated' in home.placed && home.placed.terminated }
}

/**
 * The page on which the letter is checked; `null` where it was, and its writer has said to send it. `atOnce`: they said so
 * on the page before, where they had the letter too, so that it is shown only where there is something to ask.
 */
export function checkPage(
  sent: FormData,
  draft: LetterDraft,
  { letter, elsewhere, terminated }: ReadLetter,
  atOnce = false,
): Shown<LetterState> | null {
  const slip = emailSlip(draft.email)
  if (textOf(sent, 'step') !== 'check') {
    if (atOnce && slip === null && !elsewhere) return null
    return showSound(letter, { ...draft, submission: randomUUID() }, { slip, elsewhere, terminated })
  }
  if (!elsewhere || textOf(sent, 'home') === letter.constituencyCode) return null
  const faults = [{ field: 'home', message: 'Choose the constituency that you live in' }]
  return showSound(letter, draft, { faults, status: 422, slip, elsewhere, terminated })
}

const UNANSWERED = { field: 'updates', message: 'Say whether you want e-mails: yes or no' }

function elsewhereOf(placed: Placed): Elsewhere | null {
  if (placed.kind !== 'elsewhere' && placed.kind !== 'elsewhere-live') return null
  const { kind, seats, beside } = placed
  return {
    seats: seats.map(({ code, name, mp }) => ({ code, name, mp: mp?.name ?? null })),
    beside,
    live: kind === 'elsewhere-live',
  }
}
