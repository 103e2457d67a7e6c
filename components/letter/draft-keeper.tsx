'use client'

import { useEffect, useState } from 'react'
import { writingAddress } from '@/lib/letters/writing-addresses'
import { WRITING_STAGES, type WritingStage } from '@/lib/letters/writing-stages'
import { BegunLetter } from './begun-letter'
import { clearDraft, type Draft, keepDraft, readDraft } from './browser-draft'
import { keepAsTyped } from './keep-as-typed'
import { resumeDraft } from './resume-draft'
import { differs, putBack, wholeFields } from './typed-fields'

type Props = {
  slug: string
  seat: string
  mp: string | null
  /** The page that it stands on. */
  at: WritingStage
  /** The page that its address asked for. */
  asked?: WritingStage
  /** The page answers a form: what it shows is newer than what is kept. */
  posted?: boolean
}

/**
 * Keeps a letter that is being written in this browser only, so that each of its pages can be asked for again; offers one
 * of an earlier visit. Stands above the form.
 */
export function DraftKeeper({ slug, seat, mp, at, asked = at, posted = false }: Props) {
  const [offered, setOffered] = useState<Draft | null>(null)

  useEffect(() => {
    const form = writingForm()
    if (!form) return
    const place = { seat, mp, stage: at }
    const draft = readDraft(slug)
    if (posted) {
      // Loading the page again then asks for it, and posts nothing.
      history.replaceState(history.state, '', writingAddress(slug, seat, at))
      // Back is no return: whoever presses it expects to see what they had typed.
      if (draft && visitType() === 'back_forward') putBack(form, draft.fields)
      else keepDraft(slug, wholeFields(form), { place, whole: true })
    } else if (draft) {
      if (asked !== 'words' && draft.place?.seat === seat) return resumeDraft(slug, draft, asked)
      if (differs(form, draft.fields)) {
        if (comesForIt()) putBack(form, draft.fields)
        else setOffered(draft)
      }
    }
    return at === 'check' ? undefined : keepAsTyped(form, slug, place)
  }, [slug, seat, mp, at, asked, posted])

  if (!offered) return null
  return (
    <BegunLetter
      draft={offered}
      onCarryOn={() => carryOn(slug, seat, offered, () => setOffered(null))}
      onStartAfresh={() => startAfresh(slug, () => setOffered(null))}
    />
  )
}

function carryOn(slug: string, seat: string, draft: Draft, done: () => void) {
  const { place, fields } = draft
  if (place?.seat === seat && place.stage !== WRITING_STAGES[0]) return resumeDraft(slug, draft, place.stage)
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

/** By Back, by loading the page again, or from the page that offered it. */
function comesForIt(): boolean {
  return ['back_forward', 'reload'].includes(visitType()) || location.hash === '#draft'
}

function visitType(): string {
  const [visit] = performance.getEntriesByType('navigation')
  return visit instanceof PerformanceNavigationTiming ? visit.type : ''
}
