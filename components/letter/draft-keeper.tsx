'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { longDate } from '@/lib/kernel/text'
import { clearDraft, type Draft, keepDraft, readDraft } from './browser-draft'
import { keepAsTyped } from './keep-as-typed'
import { differs, putBack } from './typed-fields'

/** Keeps what is typed into `#letter-form` in this browser only, and offers it on return. Stands above the form. */
export function DraftKeeper({ slug }: { slug: string }) {
  const [offered, setOffered] = useState<Draft | null>(null)

  useEffect(() => {
    const form = letterForm()
    if (!form) return
    keepRevised(form, slug)
    const draft = readDraft(slug)
    if (draft && differs(form, draft.fields)) {
      // Back is no return: whoever presses it expects to see what they had typed.
      if (cameBack()) putBack(form, draft.fields)
      else setOffered(draft)
    }
    return keepAsTyped(form, slug)
  }, [slug])

  if (!offered) return null
  return (
    <div role="status">
      <Notice heading={`You began a letter on ${longDate(new Date(offered.began))}`}>
        <p>It was kept in this browser, and nowhere else.</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pt-1">
          <Button type="button" onClick={() => carryOn(offered, () => setOffered(null))}>
            Carry on
          </Button>
          <Button type="button" look="quiet" onClick={() => startAfresh(slug, () => setOffered(null))}>
            Start afresh
          </Button>
        </div>
      </Notice>
    </div>
  )
}

/** A press that had the text changed makes what was typed before it the older: what the page holds is kept over it. */
function keepRevised(form: HTMLFormElement, slug: string) {
  const sent = new FormData(form)
  const revised = sent.get('revised')
  const before = readDraft(slug)?.fields
  if (!before || typeof revised !== 'string' || before.revised?.[0] === revised) return
  const now = Object.keys(before)
    .filter((name) => sent.has(name))
    .map((name) => [name, sent.getAll(name).map(String)])
  keepDraft(slug, { ...Object.fromEntries(now), revised: [revised] })
}

function carryOn(draft: Draft, done: () => void) {
  const form = letterForm()
  const changed = form && putBack(form, draft.fields)
  done()
  changed?.focus()
}

function startAfresh(slug: string, done: () => void) {
  clearDraft(slug)
  done()
  letterForm()?.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus()
}

function letterForm(): HTMLFormElement | null {
  const form = document.getElementById('letter-form')
  return form instanceof HTMLFormElement ? form : null
}

function cameBack(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  return visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward'
}
