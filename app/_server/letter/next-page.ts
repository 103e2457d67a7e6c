import { createHash } from 'node:crypto'
import { type FieldFault, faultsOf, textOf } from '@/app/_server/forms/fields'
import type { Shown } from '@/app/_server/forms/form-answer'
import type { CampaignContent } from '@/lib/content/content'
import { contentFor, groupOf } from '@/lib/content/content-for-mp'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { BODY_MOST } from '@/lib/content/letter-limits'
import type { MpGroup } from '@/lib/content/mp-groups'
import type { Seat } from '@/lib/directory/lookup'
import { timeAndDate } from '@/lib/kernel/text'
import { longestTyped } from '@/lib/kernel/typed-text'
import { letterStart, letterWords } from '@/lib/letters/input'
import { composeLetter } from '@/lib/writing/compose'
import { allOwnWords, ownWords } from '@/lib/writing/originality/own-words'
import type { Giving } from '@/lib/writing/wordings/give-wording'
import { mannerOf } from '@/lib/writing/wordings/manner'
import type { Wish } from '@/lib/writing/wordings/plan'
import { parseWording, printWording, suits } from '@/lib/writing/wordings/wording'
import { BOXES, type LetterDraft, turnedTo } from './posted-draft'
import { type DraftStage, type LetterState, showDraft } from './state'

/** Of which campaign a letter is and to whom: `content` is what the campaign says to the group that the MP is in. */
export type LetterTo = { campaign: LiveCampaign; seat: Seat; group: MpGroup | null; content: CampaignContent }

export function letterTo(campaign: LiveCampaign, seat: Seat): LetterTo {
  const group = groupOf(campaign.content, seat)
  return { campaign, seat, group, content: contentFor(campaign.content, group) }
}

/** The page with the letter in it, still to be composed. */
type ToCompose = {
  page: 'letter'
  draft: LetterDraft
  kept: boolean
  turned: boolean
  /** The page that it stands on, if not its own. */
  on?: DraftStage
}

/**
 * Where a posted form of a letter leads: to a page as it stands, to the page with the letter in it, or on to the check.
 * Each form carries the whole draft, since nothing is stored before the last of them; `step` says which page it came
 * from, `change` which page its writer wants to go back to.
 */
export function nextPage(
  sent: FormData,
  draft: LetterDraft,
  content: CampaignContent,
): Shown<LetterState> | ToCompose | { page: 'check' } {
  const change = textOf(sent, 'change')
  if (change === 'words' || change === 'you') return showDraft(change, draft)
  if (change === 'letter' && draft.body !== '') return showDraft(change, draft)
  const faults = wordsFaults(draft, content)
  if (faults.length > 0) return showDraft('words', draft, { faults, status: 422 })
  const step = textOf(sent, 'step')
  const kept = isEdited(draft)
  const isBlank = draft.body === '' && draft.subject === '' && draft.name === ''
  // By a link from a mailing, straight to the page with one's name: the letter stands on it too.
  if (step === 'mailing') {
    return { page: 'letter', draft: { ...draft, quick: 'yes' }, kept: false, turned: false, on: 'you' }
  }
  if (step === 'words' || change === 'letter' || (step === '' && isBlank)) {
    return { page: 'letter', draft, kept, turned: false }
  }
  if (sent.has('anew')) {
    return { page: 'letter', draft: { ...draft, subject: '', body: '' }, kept: false, turned: false }
  }
  if (turnedTo(sent) !== null) return { page: 'letter', draft, kept, turned: true }
  return step === 'letter' ? youPage(draft) : { page: 'check' }
}

/** The page on which its writer says who they are, once the letter itself is sound. */
function youPage(draft: LetterDraft): Shown<LetterState> {
  const words = letterWords.safeParse(draft)
  return words.success
    ? showDraft('you', draft)
    : showDraft('letter', draft, { faults: faultsOf(words.error), status: 422 })
}

/** The wording that a draft was given before; `null` where it was given none that still suits its choices. */
export function givenBefore(draft: LetterDraft, content: CampaignContent): Giving | null {
  const wording = parseWording(content, draft.wording)
  return wording && suits(content, wording, wishOf(draft, content)) ? { wording, id: draft.givenId } : null
}

/** What a draft's letter is to be made of. */
export function wishOf(draft: LetterDraft, content: CampaignContent): Wish {
  const own = ownWords(boxesOf(draft), content)
  return { asks: draft.asks, opens: own.opening !== '', manner: mannerOf(allOwnWords(own)) }
}

/** The page with the letter in it: composed from the choices, unless its writer has changed it by hand. */
export function letterPage(
  { seat, content }: LetterTo,
  { draft, kept, turned, on = 'letter' }: ToCompose,
  { wording, id: givenId }: Giving,
): Shown<LetterState> {
  const given = { wording: printWording(wording), givenId }
  if (isEdited(draft)) return showDraft(on, { ...draft, ...given }, { kept, turned })
  const letter = composeLetter(content, {
    own: ownWords(boxesOf(draft), content),
    wording,
    mpName: seat.mp?.name ?? null,
    constituency: seat.name,
    nation: seat.nation,
  })
  return showDraft(on, { ...draft, ...letter, ...given, given: hashOf(letter) }, { kept, turned })
}

/** Nothing is stored for a letter that is begun but its wording: without a limit one visitor could use all of them up. */
export function tooManyBegun(draft: LetterDraft, retryAt: Date): Shown<LetterState> {
  const message = `Too many letters were begun from your connection. Nothing that you typed is lost: leave this page open, and press the button again after ${timeAndDate(retryAt)}`
  return showDraft('words', draft, { faults: [{ field: 'letter-form', message }], status: 429, retryAt })
}

function wordsFaults(draft: LetterDraft, content: CampaignContent): FieldFault[] {
  const known = new Set(content.asks.map((ask) => ask.id))
  const boxes = boxesOf(draft)
  // What is too long as it was typed is refused as that: cleaned, a part of it could pass for the whole.
  const isTooLong = boxes.some((text) => text.length > longestTyped(BODY_MOST))
  const reason = isTooLong ? boxes.join('\n\n') : allOwnWords(ownWords(boxes, content))
  const parsed = letterStart.safeParse({ ask: draft.asks.filter((ask) => known.has(ask)), reason })
  return parsed.success ? [] : faultsOf(parsed.error)
}

/** The boxes for own words, as typed, in the order of the campaign's prompts; empty where its writer goes on without them. */
export function boxesOf(draft: LetterDraft): string[] {
  return BOXES.map((box) => (draft.without === '' ? draft[box] : ''))
}

/** Whether its writer has changed the text that was composed. */
export function isEdited(draft: LetterDraft): boolean {
  return draft.body !== '' && hashOf(draft) !== draft.given
}

/** Tells a letter from one that reads otherwise: how it is spaced does not count. */
export function hashOf({ subject, body }: { subject: string; body: string }): string {
  const text = `${subject}\n${body}`.replace(/\s+/g, ' ').trim()
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
