'use client'

import { useEffect, useState } from 'react'
import { writingAddress } from '@/lib/letters/writing-addresses'
import type { WritingStage } from '@/lib/letters/writing-stages'
import { BegunLetter } from './begun-letter'
import {
  type Draft,
  type DraftPlace,
  dropDraft,
  fieldsFor,
  keepDraft,
  ownDraft,
  readDraft,
  type TypedFields,
  takeDraft,
} from './browser-draft'
import { keepAsTyped } from './keep-as-typed'
import { carryUnseen, differs, putBack, wholeFields } from './typed-fields'

type Props = {
  slug: string
  seat: string
  mp: string | null
  /** The page that it stands on. */
  at: WritingStage
  /** The page answers a form: what it shows is newer than what is kept. */
  posted?: boolean
}

/**
 * Keeps a letter that is being written in this browser only, so that each of its pages can be asked for again; offers one
 * of an earlier visit. Stands above the form.
 */
export function DraftKeeper({ slug, seat, mp, at, posted = false }: Props) {
  const [offered, setOffered] = useState<Draft | null>(null)

  useEffect(() => {
    const form = writingForm()
    if (!form) return
    const place = { seat, mp, stage: at }
    const own = ownDraft(slug)
    // Back is no return: whoever presses it expects to see what they had typed.
    const isBack = visitType() !== 'navigate'
    if (posted) {
      askedAgain(writingAddress(slug, seat, at))
      if (own && isBack && isFor(seat, own)) bringUpToDate(form, own.fields)
      else keepDraft(slug, wholeFields(form), { place, whole: true })
    } else if (own && (isBack || !own.place)) {
      bringUpToDate(form, fieldsFor(seat, own))
    } else {
      const begun = readDraft(slug)
      if (begun && location.hash === '#draft') bringBack(form, slug, begun, place)
      else if (begun && (differs(form, begun.fields) || isPastWords(begun))) setOffered(begun)
    }
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      const kept = persisted ? ownDraft(slug) : null
      if (kept && isFor(seat, kept)) bringUpToDate(form, kept.fields)
    }
    window.addEventListener('pageshow', comeBack)
    const stop = at === 'check' ? undefined : keepAsTyped(form, slug, place)
    return () => {
      window.removeEventListener('pageshow', comeBack)
      stop?.()
    }
  }, [slug, seat, mp, at, posted])

  if (!offered) return null
  return (
    <BegunLetter
      draft={offered}
      comesTo={isFor(seat, offered) ? null : (mp ?? 'the next MP')}
      onCarryOn={() => carryOn(slug, { seat, mp, stage: at }, offered, () => setOffered(null))}
      onStartAfresh={() => startAfresh(slug, () => setOffered(null))}
    />
  )
}

/**
 * From now on the page is asked for when it is loaded again, and nothing is posted. Past what Next puts in its place,
 * which leaves the entry of the history one that posts.
 */
function askedAgain(address: string): void {
  History.prototype.replaceState.call(history, history.state, '', address)
}

/** Whether it is for this seat; what a link from a mailing has filled in just now is for any. */
function isFor(seat: string, { place }: Draft): boolean {
  return !place || place.seat === seat
}

/** Whether more of it was written than what stands on the first page. */
function isPastWords({ place }: Draft): boolean {
  return place !== undefined && place.stage !== 'words'
}

/** What was typed later, on this page or the next ones. */
function bringUpToDate(form: HTMLFormElement, fields: TypedFields): void {
  putBack(form, fields)
  carryUnseen(form, fields)
}

/** Brings a letter that was begun earlier back to its first page, with all that was typed on later ones. */
function bringBack(form: HTMLFormElement, slug: string, draft: Draft, place: DraftPlace): HTMLElement | null {
  const fields = fieldsFor(place.seat, draft)
  const first = putBack(form, fields)
  // The page may have been asked for with a newer postcode.
  carryUnseen(form, fields, { newer: 'postcode' })
  keepDraft(slug, wholeFields(form), { place, whole: true })
  return first
}

function carryOn(slug: string, place: DraftPlace, draft: Draft, done: () => void) {
  if (isPastWords(draft) && isFor(place.seat, draft)) {
    takeDraft(slug, draft)
    return location.assign(writingAddress(slug, place.seat, draft.place?.stage))
  }
  const form = writingForm()
  const changed = form && bringBack(form, slug, draft, place)
  done()
  changed?.focus()
}

function startAfresh(slug: string, done: () => void) {
  dropDraft(slug)
  done()
  writingForm()?.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus()
}

function writingForm(): HTMLFormElement | null {
  const form = document.querySelector('#letter-form, #check-form')
  return form instanceof HTMLFormElement ? form : null
}

/** `navigate`, or how else one came: by Back or Forward, or by loading the page again. */
function visitType(): string {
  const [visit] = performance.getEntriesByType('navigation')
  return visit instanceof PerformanceNavigationTiming ? visit.type : 'navigate'
}
