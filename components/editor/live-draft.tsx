'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react'
import { clearDraft, readDraft } from '@/components/letter/browser-draft'
import { keepAsTyped } from '@/components/letter/keep-as-typed'
import { differs, putBack } from '@/components/letter/typed-fields'
import { Button } from '@/components/ui/button'
import { ChangingText } from '@/components/ui/changing-text'
import { showAfresh } from './fresh'
import { type Saved, type SavingState, saveAsTyped } from './save-as-typed'

type Props = {
  formId: string
  /** Names what is kept in the browser. */
  place: string
  /** How the draft stands, in words. */
  saved: string
  /** Whether the form shows something that is not saved yet: a choice waits. */
  unsaved: boolean
  /** What an undo and a redo would bring, in words; absent where there is nothing. */
  undo: string | null
  redo: string | null
  /** The way on. */
  next: ReactNode
}

/**
 * Saves a part's form as it is typed into, says so, and has the page around it follow; keeps what is not saved in this
 * browser, and offers it on return. Where both editors changed the same it stops, and leaves it to the button, which
 * shows what to choose.
 */
export function LiveDraft({ formId, place, saved: first, unsaved, undo, redo, next }: Props) {
  const router = useRouter()
  const [following, startFollowing] = useTransition()
  const [state, setState] = useState<SavingState>(unsaved ? 'conflict' : 'saved')
  const [saved, setSaved] = useState(first)
  const [offered, setOffered] = useState(false)
  const put = useRef<() => void>(() => {})
  const shown = useRef<string | null>(null)
  const bar = useRef<HTMLDivElement>(null)

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
      onSaved: (posted, { more, to }) => {
        if (!more) {
          setSaved(savedWords(posted))
          clearDraft(place)
        }
        const there = to === null ? null : new URL(to, location.href)
        if (there && there.pathname !== location.pathname) return location.assign(there)
        if (there) shown.current = there.hash.slice(1)
        startFollowing(() => router.refresh())
      },
    })
    return () => {
      ending.abort()
      stopKeeping()
      stopSaving()
    }
  }, [formId, place, unsaved, router])

  // Its words take one line or four: the page leaves as much room below what it ends with, and below what has the focus.
  useEffect(() => {
    const { current } = bar
    if (!current) return
    const { style } = document.documentElement
    const measuring = new ResizeObserver(() => style.setProperty('--draft-bar', `${current.offsetHeight}px`))
    measuring.observe(current)
    return () => {
      measuring.disconnect()
      style.removeProperty('--draft-bar')
    }
  }, [])

  // What a button changed is shown once the page has it, and has the focus.
  useEffect(() => {
    if (following || shown.current === null) return
    const id = decodeURIComponent(shown.current)
    shown.current = null
    showAfresh()
    requestAnimationFrame(() => {
      document.getElementById(formId)?.removeAttribute('inert')
      document.getElementById(id)?.focus()
    })
  }, [following, formId])

  return (
    <>
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
      <div
        ref={bar}
        className="draft-bar fixed inset-x-0 bottom-0 z-10 my-0 border-t-2 border-edge bg-ground px-4 sm:px-8"
      >
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6">
          <p role="status" data-state={state} className="py-1 font-semibold">
            <ChangingText>{state === 'saved' ? saved : stateWords[state]}</ChangingText>
          </p>
          {(undo || redo) && (
            <span className="flex gap-x-5">
              {undo && <Turn formId={formId} turn="undo" label="Undo" what={undo} />}
              {redo && <Turn formId={formId} turn="redo" label="Redo" what={redo} />}
            </span>
          )}
          <span className="ml-auto">{next}</span>
        </div>
      </div>
    </>
  )
}

type TurnProps = { formId: string; turn: 'undo' | 'redo'; label: string; what: string }

/** Takes the last change back, or brings it again: a button of the form, so that what was typed is saved first. */
function Turn({ formId, turn, label, what }: TurnProps) {
  return (
    <Button look="quiet" form={formId} name="change" value={turn} title={`${label}: ${what}`}>
      <span>{label}</span>
      <span className="sr-only">
        <ChangingText>{`: ${what}`}</ChangingText>
      </span>
    </Button>
  )
}

const stateWords: Record<Exclude<SavingState, 'saved'>, string> = {
  typing: 'Not saved yet.',
  saving: 'Saving …',
  offline: 'No connection. What you type is kept in this browser, and saved when the connection is back.',
  conflict: 'Not saved: somebody else has changed the same. Press “Save” to see what, and choose.',
  'signed-out':
    'Not saved: you are signed out. What you typed is kept in this browser: sign in, and come back to this page.',
  refused: 'Not saved. Press “Save” to see why.',
}

function savedWords({ number, at, others }: Saved): string {
  const time = new Date(at).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  })
  const also =
    others.length > 0 ? ` Somebody else has changed meanwhile: ${others.join('; ')}. Reload the page to see it.` : ''
  return `Saved as version ${number} at ${time}.${also}`
}
