'use client'

import { useEffect, useState } from 'react'
import { writingAddress } from '@/lib/letters/writing-addresses'
import type { WritingStage } from '@/lib/letters/writing-stages'
import { BegunLetter } from './begun-letter'
import { clearDraft, type Draft, keepDraft, readDraft, thisTab } from './browser-draft'
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
    const draft = readDraft(slug)
    if (posted) {
      askedAgain(writingAddress(slug, seat, at))
      // Back is no return: whoever presses it expects to see what they had typed.
      if (draft && visitType() !== 'navigate') bringUpToDate(form, draft)
      else keepDraft(slug, wholeFields(form), { place, whole: true })
    } else if (draft && (visitType() !== 'navigate' || isFilledIn(draft))) {
      bringUpToDate(form, draft)
    } else if (draft && differs(form, draft.fields)) {
      if (location.hash === '#draft') putBack(form, draft.fields)
      else setOffered(draft)
    }
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      const kept = persisted ? readDraft(slug) : null
      if (kept) bringUpToDate(form, kept)
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
      onCarryOn={() => carryOn(slug, seat, offered, () => setOffered(null))}
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

/** Whether it is what a link from a mailing has filled in just now, for pages after this one: of no page of a letter yet. */
function isFilledIn({ place, tab }: Draft): boolean {
  return !place && tab === thisTab()
}

/** What was typed later, on this page or the next ones, of this tab's letter. */
function bringUpToDate(form: HTMLFormElement, { tab, fields }: Draft): void {
  if (tab !== thisTab()) return
  putBack(form, fields)
  carryUnseen(form, fields)
}

function carryOn(slug: string, seat: string, draft: Draft, done: () => void) {
  const { place, fields } = draft
  if (place?.seat === seat && place.stage !== 'words') return location.assign(writingAddress(slug, seat, place.stage))
  const form = writingForm()
  const changed = form && putBack(form, fields)
  done()
  changed?.focus()
}

function startAfresh(slug: string, done: () => void) {
  clearDraft(slug)
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
