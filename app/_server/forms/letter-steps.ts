import { createHash, randomUUID } from 'node:crypto'
import type { FormAnswer } from '@/app/_server/form-answer'
import type { Elsewhere, FieldFault, LetterDraft, LetterStage } from '@/app/_server/form-state'
import type { CampaignContent } from '@/lib/content/content'
import { contentFor, groupOf } from '@/lib/content/content-for-mp'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import type { Placed } from '@/lib/directory/place-postcode'
import { timeAndDate } from '@/lib/kernel/text'
import { longestTyped } from '@/lib/kernel/typed-text'
import { BODY_MOST, letterStart, letterWords } from '@/lib/letters/input'
import { type Placing, placingOf } from '@/lib/letters/proof/placing'
import { emailSlip } from '@/lib/supporters/email-slip'
import { supporterDetails } from '@/lib/supporters/input'
import { composeLetter } from '@/lib/writing/compose'
import { ownWords } from '@/lib/writing/originality/own-words'
import type { Giving } from '@/lib/writing/wordings/give-wording'
import { parseWording, printWording } from '@/lib/writing/wordings/wording'
import { faultsOf, textOf } from './fields'
import { turnedTo } from './letter-draft'
import { postcodeFault } from './postcode-fault'

/** What differs between writing a letter and trying that out in a preview. */
export type Way = {
  campaign: LiveCampaign
  seat: Seat
  /** Settles the wording of a letter that is begun; or says when one may be begun again. */
  begin: (asks: string[]) => Promise<Giving | { retryAt: Date }>
  /** Compares a home postcode with the seat. */
  place: (postcode: string) => Promise<Placed>
  /** Takes the letter, once everything in it is sound and postcode and seat agree, or their difference is settled. */
  send: (draft: LetterDraft, placing: Placing) => Promise<FormAnswer>
  /** What else is wrong with a draft whose fields are each sound. */
  alsoFaulty?: (draft: LetterDraft) => Promise<FieldFault[]>
}

/**
 * Goes on from one page of the letter to the next, or shows what is wrong with it. Each form carries the whole draft,
 * since nothing is stored before the last of them; `step` says which page it came from, `change` which page its writer
 * wants to go back to.
 */
export async function letterSteps(form: FormData, draft: LetterDraft, way: Way): Promise<FormAnswer> {
  const content = contentFor(way.campaign.content, groupOf(way.campaign.content, way.seat))
  const change = textOf(form, 'change')
  if (change === 'start' || change === 'letter') return show(change, draft)

  const step = textOf(form, 'step')
  const faults = startFaults(draft, content)
  if (faults.length > 0) return show('start', draft, { faults, status: 422 })
  if (step === 'start' || (step === '' && draft.body === '' && draft.subject === '' && draft.name === '')) {
    return letterPage(way, draft, { kept: isEdited(draft) && draft.body !== '' })
  }
  if (form.has('anew')) {
    return letterPage(way, { ...draft, subject: '', body: '' })
  }
  if (turnedTo(form) !== null) {
    return letterPage(way, draft, { kept: isEdited(draft) && draft.body !== '', turned: true })
  }
  const placed = await way.place(draft.postcode)
  const placing = placingOf(placed)
  const elsewhere = elsewhereOf(placed)
  const letterFaults = [
    ...wordsFaults(draft),
    ...postcodeFault(placed, draft.postcode, way.seat.name),
    ...trapFaults(form),
  ]
  if (!placing || letterFaults.length > 0)
    return show('letter', draft, { faults: letterFaults, status: 422, elsewhere })
  const moreFaults = (await way.alsoFaulty?.(draft)) ?? []
  if (moreFaults.length > 0) return show('letter', draft, { faults: moreFaults, status: 422 })
  if (step !== 'check') {
    return show('check', { ...draft, submission: randomUUID() }, { slip: emailSlip(draft.email), elsewhere })
  }
  if (elsewhere && textOf(form, 'home') !== way.seat.code) {
    const faults = [{ field: 'home', message: 'Choose the constituency that you live in' }]
    return show('check', draft, { faults, status: 422, slip: emailSlip(draft.email), elsewhere })
  }
  return way.send(draft, placing)
}

type More = {
  faults?: FieldFault[]
  status?: number
  kept?: boolean
  slip?: string | null
  elsewhere?: Elsewhere | null
  turned?: boolean
}

function show(
  stage: LetterStage,
  draft: LetterDraft,
  { faults = [], status, kept = false, slip = null, elsewhere = null, turned = false }: More = {},
): FormAnswer {
  return { show: { form: 'letter', stage, draft, faults, kept, slip, elsewhere, turned }, ...(status && { status }) }
}

function elsewhereOf(placed: Placed): Elsewhere | null {
  if (placed.kind !== 'elsewhere' && placed.kind !== 'elsewhere-live') return null
  const { kind, seats, beside } = placed
  return {
    seats: seats.map(({ code, name, mp }) => ({ code, name, mp: mp?.name ?? null })),
    beside,
    live: kind === 'elsewhere-live',
  }
}

function startFaults(draft: LetterDraft, content: CampaignContent): FieldFault[] {
  const known = new Set(content.asks.map((ask) => ask.id))
  const boxes = boxesOf(draft)
  // What is too long as it was typed is refused as that: cleaned, a part of it could pass for the whole.
  const isTooLong = boxes.some((text) => text.length > longestTyped(BODY_MOST))
  const reason = isTooLong ? boxes.join('\n\n') : ownWords(boxes, content)
  const parsed = letterStart.safeParse({ ask: draft.asks.filter((ask) => known.has(ask)), reason })
  return parsed.success ? [] : faultsOf(parsed.error)
}

/** Faults of the letter page, in the order of its fields. */
function wordsFaults(draft: LetterDraft): FieldFault[] {
  const parts = [letterWords, supporterDetails].map((schema) =>
    schema.safeParse({ ...draft, updates: draft.updates ? 'yes' : undefined }),
  )
  return parts.flatMap((part) => (part.success ? [] : faultsOf(part.error)))
}

/** A field that people do not see: what fills it in is not a person, or a browser that meant well. */
function trapFaults(form: FormData): FieldFault[] {
  return textOf(form, 'website') === '' ? [] : [{ field: 'website', message: 'Leave the field “Website” empty' }]
}

/** The page with the letter in it: composed from the choices, unless its writer has changed it by hand. */
async function letterPage(way: Way, draft: LetterDraft, more: More = {}): Promise<FormAnswer> {
  const { campaign, seat, begin } = way
  const content = contentFor(campaign.content, groupOf(campaign.content, seat))
  const begun = draft.wording
    ? { wording: parseWording(content, draft.wording), id: draft.givenId }
    : await begin(draft.asks)
  if ('retryAt' in begun) return tooManyBegun(draft, begun.retryAt)
  const { wording, id: givenId } = begun
  const given = { wording: printWording(wording), givenId }
  if (isEdited(draft) && draft.body !== '') return show('letter', { ...draft, ...given }, more)
  const letter = composeLetter(content, {
    asks: draft.asks,
    reason: ownWords(boxesOf(draft), content),
    wording,
    mpName: seat.mp?.name ?? null,
    constituency: seat.name,
    nation: seat.nation,
  })
  return show('letter', { ...draft, ...letter, ...given, given: hashOf(letter) }, more)
}

/** Nothing is stored for a letter that is begun but its wording: without a limit one visitor could use all of them up. */
function tooManyBegun(draft: LetterDraft, retryAt: Date): FormAnswer {
  const message = `Too many letters were begun from your connection. Nothing that you typed is lost: leave this page open, and press the button again after ${timeAndDate(retryAt)}`
  return { ...show('start', draft, { faults: [{ field: 'letter-form', message }], status: 429 }), retryAt }
}

function boxesOf({ reason, reason2, reason3 }: LetterDraft): string[] {
  return [reason, reason2, reason3]
}

function isEdited(draft: LetterDraft): boolean {
  return hashOf(draft) !== draft.given
}

function hashOf({ subject, body }: { subject: string; body: string }): string {
  const text = `${subject}\n${body}`.replace(/\s+/g, ' ').trim()
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
