'use client'

import { useEffect, useRef, useState } from 'react'
import { clearDraft, readDraft } from '@/components/letter/draft'
import { keepAsTyped } from '@/components/letter/keep-as-typed'
import { differs, putBack, typedBefore } from '@/components/letter/typed-fields'
import { Button } from '@/components/ui/button'
import { lookAtDraft, type Posted, postDraft } from './post-draft'
import { type Fault, SEEN } from './seen'

const LOOK_MS = 500
const SAVE_MS = 3000
const AGAIN_MS = 5000
const SHOWN_FAULTS = 3

type State = 'saved' | 'typing' | 'saving' | Exclude<Posted['kind'], 'saved'>
type Props = {
  formId: string
  /** Names what is kept in the browser. */
  place: string
  /** How the draft stands, in words. */
  saved: string
  /** Whether the form shows something that is not saved yet: a choice waits. */
  unsaved: boolean
}

/**
 * Saves a part's form as it is typed into, and says so; keeps what is not saved in this browser, and offers it on
 * return. Where both editors changed the same it stops, and leaves it to the button, which shows what to choose.
 */
export function LiveDraft({ formId, place, saved: first, unsaved }: Props) {
  const [state, setState] = useState<State>(unsaved ? 'conflict' : 'saved')
  const [saved, setSaved] = useState(first)
  const [faults, setFaults] = useState<Fault[]>([])
  const [offered, setOffered] = useState(false)
  const put = useRef<() => void>(() => {})

  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const ending = new AbortController()
    const kept = readDraft(place)
    if (kept && differs(form, kept.fields)) {
      setOffered(true)
      put.current = () => putBack(form, kept.fields)?.focus()
    } else if (!unsaved) clearDraft(place)
    const stopKeeping = keepAsTyped(form, place)
    const stopSaving = saveAsTyped(form, ending.signal, {
      onState: setState,
      onSeen: (seen) => setFaults(seen.faults.slice(0, SHOWN_FAULTS)),
      onSaved: (words) => {
        setSaved(words)
        clearDraft(place)
      },
    })
    return () => {
      ending.abort()
      stopKeeping()
      stopSaving()
    }
  }, [formId, place, unsaved])

  return (
    <div className="space-y-3">
      {offered && (
        <div className="border-2 border-edge px-4 py-3">
          <p>Text that you typed here was not saved. This browser has kept it.</p>
          <div className="flex flex-wrap gap-x-6">
            <Button
              type="button"
              look="quiet"
              onClick={() => {
                put.current()
                setOffered(false)
              }}
            >
              Put it back
            </Button>
            <Button
              type="button"
              look="quiet"
              onClick={() => {
                clearDraft(place)
                setOffered(false)
              }}
            >
              Forget it
            </Button>
          </div>
        </div>
      )}
      {/* Always in sight, wherever one types. */}
      <div className="fixed inset-x-0 bottom-0 z-10 flex flex-wrap gap-x-6 border-t-2 border-edge bg-ground px-4 py-2 sm:px-8">
        <p role="status" data-state={state} className="font-semibold">
          {state === 'saved' ? saved : stateWords[state]}
        </p>
        {faults.map(({ field, message }) => (
          <a key={field + message} className="link" href={`#${field}`}>
            {message}
          </a>
        ))}
      </div>
    </div>
  )
}

const stateWords: Record<Exclude<State, 'saved'>, string> = {
  typing: 'Not saved yet.',
  saving: 'Saving …',
  offline: 'No connection. What you type is kept in this browser, and saved when the connection is back.',
  conflict: 'Not saved: somebody else has changed the same. Press “Save” to see what, and choose.',
  'signed-out':
    'Not saved: you are signed out. What you typed is kept in this browser: sign in, and come back to this page.',
  refused: 'Not saved. Press “Save” to see why.',
}

type Listeners = {
  onState: (state: State) => void
  onSeen: (seen: { faults: Fault[] }) => void
  onSaved: (words: string) => void
}

/** Looks and saves a while after each pause; gives what stops it. */
function saveAsTyped(form: HTMLFormElement, signal: AbortSignal, { onState, onSeen, onSaved }: Listeners): () => void {
  let looking: ReturnType<typeof setTimeout> | undefined
  let saving: ReturnType<typeof setTimeout> | undefined
  let typed = 0

  const look = async () => {
    const seen = await lookAtDraft(form, signal)
    if (seen) window.dispatchEvent(new CustomEvent(SEEN, { detail: seen }))
  }
  const save = async () => {
    const typedThen = typed
    onState('saving')
    const posted = await postDraft(form, signal)
    if (signal.aborted) return
    if (posted.kind !== 'saved') {
      onState(posted.kind)
      if (posted.kind === 'offline') saving = setTimeout(save, AGAIN_MS)
      return
    }
    const base = form.elements.namedItem('base')
    if (base instanceof HTMLInputElement) base.value = posted.base
    window.dispatchEvent(new CustomEvent(SEEN, { detail: posted }))
    onSeen(posted)
    if (typed !== typedThen) return
    onSaved(savedWords(posted))
    onState('saved')
  }
  const note = () => {
    typed += 1
    onState('typing')
    clearTimeout(looking)
    clearTimeout(saving)
    looking = setTimeout(look, LOOK_MS)
    saving = setTimeout(save, SAVE_MS)
  }
  const lookSoon = () => {
    clearTimeout(looking)
    looking = setTimeout(look, LOOK_MS)
  }
  const stop = () => {
    clearTimeout(looking)
    clearTimeout(saving)
  }
  const beside = document.getElementById('beside-form')
  form.addEventListener('input', note)
  form.addEventListener('submit', stop)
  beside?.addEventListener('input', lookSoon)
  // On a slow line somebody types before there is anything that listens.
  if (typedBefore(form).length > 0) note()
  else if (beside instanceof HTMLFormElement && typedBefore(beside).length > 0) lookSoon()
  return () => {
    stop()
    form.removeEventListener('input', note)
    form.removeEventListener('submit', stop)
    beside?.removeEventListener('input', lookSoon)
  }
}

function savedWords({ number, at, others }: Extract<Posted, { kind: 'saved' }>): string {
  const time = new Date(at).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  })
  const also =
    others.length > 0 ? ` Somebody else has changed meanwhile: ${others.join('; ')}. Reload the page to see it.` : ''
  return `Saved as version ${number} at ${time}.${also}`
}
