'use client'

import { useEffect, useRef, useState } from 'react'
import { clearDraft, readDraft } from '@/components/letter/browser-draft'
import { keepAsTyped } from '@/components/letter/keep-as-typed'
import { differs, putBack, typedBefore } from '@/components/letter/typed-fields'
import { Button } from '@/components/ui/button'
import { newestFirst } from './newest-first'
import { bodyOf, lookAtDraft, type Posted, postDraft } from './post-draft'
import { type Outcome, savesInTurn } from './saves-in-turn'
import { type Fault, tellSeen } from './seen'

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

/** The form as it stood at one moment. */
type Typed = { body: URLSearchParams; typedThen: number; turn: { isNewest(): boolean } }

/** Looks and saves a while after each pause; gives what stops it. */
function saveAsTyped(form: HTMLFormElement, signal: AbortSignal, { onState, onSeen, onSaved }: Listeners): () => void {
  let looking: ReturnType<typeof setTimeout> | undefined
  let saving: ReturnType<typeof setTimeout> | undefined
  let typed = 0
  let pressed: HTMLElement | null = null
  let [waiting, ready] = [false, false]

  const take = newestFirst()
  const look = async () => {
    const turn = take()
    const seen = await lookAtDraft(form, signal)
    if (seen && turn.isNewest()) tellSeen(seen)
  }
  const send = async ({ body, typedThen, turn }: Typed): Promise<Outcome> => {
    onState('saving')
    const posted = await postDraft(form, body, signal)
    if (signal.aborted) return 'stopped'
    if (posted.kind !== 'saved') {
      onState(posted.kind)
      if (posted.kind !== 'offline') return 'stopped'
      clearTimeout(saving)
      saving = setTimeout(() => saves.save(), AGAIN_MS)
      return posted.arrived ? 'stopped' : 'unanswered'
    }
    const base = form.elements.namedItem('base')
    if (base instanceof HTMLInputElement) base.value = posted.base
    if (turn.isNewest()) tellSeen(posted)
    onSeen(posted)
    if (typed !== typedThen) onState('typing')
    else {
      onSaved(savedWords(posted))
      onState('saved')
    }
    return 'saved'
  }
  const saves = savesInTurn(() => ({ body: bodyOf(form), typedThen: typed, turn: take() }), send)
  const note = () => {
    typed += 1
    onState('typing')
    clearTimeout(looking)
    clearTimeout(saving)
    looking = setTimeout(look, LOOK_MS)
    saving = setTimeout(() => saves.save(), SAVE_MS)
  }
  const lookSoon = () => {
    clearTimeout(looking)
    looking = setTimeout(look, LOOK_MS)
  }
  const stop = () => {
    clearTimeout(looking)
    clearTimeout(saving)
  }
  // A button saves from the newest base as well: it waits for the save that is under way, and then goes.
  const inTurn = (event: SubmitEvent) => {
    stop()
    if (ready || saves.isIdle()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed = event.submitter
    if (waiting) return
    waiting = true
    saves.settle().then(() => {
      stop()
      ready = true
      form.requestSubmit(pressed)
      ready = false
      waiting = false
    })
  }
  const beside = document.getElementById('beside-form')
  form.addEventListener('input', note)
  form.addEventListener('submit', inTurn, { capture: true })
  beside?.addEventListener('input', lookSoon)
  // On a slow line somebody types before there is anything that listens.
  if (typedBefore(form).length > 0) note()
  else if (beside instanceof HTMLFormElement && typedBefore(beside).length > 0) lookSoon()
  return () => {
    stop()
    form.removeEventListener('input', note)
    form.removeEventListener('submit', inTurn, { capture: true })
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
