import { typedBefore } from '@/components/letter/typed-fields'
import { newestFirst } from './newest-first'
import { bodyOf, fitsLeaving, lookAtDraft, type Posted, postDraft, sendOnLeaving } from './post-draft'
import { type Outcome, savesInTurn } from './saves-in-turn'
import { tellSeen } from './seen'

const LOOK_MS = 500
const SAVE_MS = 3000
const AGAIN_MS = 5000
/** Nobody waits longer to go on: the browser keeps what was typed. */
const ON_THE_WAY_MS = 4000

export type SavingState = 'saved' | 'typing' | 'saving' | Exclude<Posted['kind'], 'saved'>
export type Saved = Extract<Posted, { kind: 'saved' }>

type Listeners = {
  onState: (state: SavingState) => void
  /** It is saved; `to`: where what a button did shows. */
  onSaved: (saved: Saved, { more, to }: { more: boolean; to: string | null }) => void
}

/** The form as it stood at one moment. */
type Typed = { body: URLSearchParams; typedThen: number; turn: { isNewest(): boolean } }

/**
 * Looks and saves a while after each pause; does in place what the form's buttons change; and saves, or asks, before
 * the page is left. Gives what stops it.
 */
export function saveAsTyped(form: HTMLFormElement, signal: AbortSignal, { onState, onSaved }: Listeners): () => void {
  let looking: ReturnType<typeof setTimeout> | undefined
  let saving: ReturnType<typeof setTimeout> | undefined
  let typed = 0
  let savedThen = 0
  let pressed: HTMLElement | null = null
  let [waiting, ready] = [false, false]

  const take = newestFirst()
  const look = async () => {
    const turn = take()
    const seen = await lookAtDraft(form, signal)
    if (seen && turn.isNewest()) tellSeen(seen)
  }
  const takeIn = (posted: Saved, typedThen: number) => {
    const base = form.elements.namedItem('base')
    if (base instanceof HTMLInputElement) base.value = posted.base
    savedThen = Math.max(savedThen, typedThen)
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
    takeIn(posted, typedThen)
    if (turn.isNewest()) tellSeen(posted)
    const more = typed !== typedThen
    onSaved(posted, { more, to: null })
    onState(more ? 'typing' : 'saved')
    return 'saved'
  }
  const saves = savesInTurn(() => ({ body: bodyOf(form), typedThen: typed, turn: take() }), send)
  const isSaved = () => typed === savedThen && saves.isIdle()
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
  const press = () => {
    ready = true
    form.requestSubmit(pressed)
    ready = false
    waiting = false
  }
  /** Does what a button that changes a list does, without leaving the page; where that fails, the button does it. Nothing can be typed until that is shown. */
  const inPlace = async (value: string) => {
    form.inert = true
    await saves.settle()
    stop()
    onState('saving')
    const body = bodyOf(form)
    body.append('change', value)
    const posted = await postDraft(form, body, signal)
    if (signal.aborted) return
    if (posted.kind !== 'saved' || posted.to === undefined) {
      form.inert = false
      return press()
    }
    waiting = false
    takeIn(posted, typed)
    tellSeen(posted)
    onSaved(posted, { more: false, to: posted.to })
    onState('saved')
  }
  // A button saves from the newest base as well: it waits for the save that is under way, and then goes.
  const inTurn = (event: SubmitEvent) => {
    stop()
    const changes = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'change'
    if (ready || (!changes && saves.isIdle())) {
      savedThen = typed
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed = event.submitter
    if (waiting) return
    waiting = true
    if (changes) inPlace((event.submitter as HTMLButtonElement).value)
    else
      saves.settle().then(() => {
        stop()
        press()
      })
  }
  // A way on is taken once what was typed is saved: the page that it leads to has it then.
  const onTheWay = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || isSaved() || event.defaultPrevented || !leads(link, event)) return
    event.preventDefault()
    stop()
    Promise.race([saves.save(), later()]).then(() => location.assign(link.href))
  }
  const onAsking = (event: BeforeUnloadEvent) => {
    if (!isSaved() && (!saves.isIdle() || !fitsLeaving(form))) event.preventDefault()
  }
  const onLeaving = () => {
    if (!isSaved() && saves.isIdle()) sendOnLeaving(form)
  }
  const beside = document.getElementById('beside-form')
  form.addEventListener('input', note)
  form.addEventListener('submit', inTurn, { capture: true })
  beside?.addEventListener('input', lookSoon)
  document.addEventListener('click', onTheWay)
  window.addEventListener('beforeunload', onAsking)
  window.addEventListener('pagehide', onLeaving)
  // On a slow line somebody types before there is anything that listens.
  if (typedBefore(form).length > 0) note()
  else if (beside instanceof HTMLFormElement && typedBefore(beside).length > 0) lookSoon()
  return () => {
    stop()
    form.removeEventListener('input', note)
    form.removeEventListener('submit', inTurn, { capture: true })
    beside?.removeEventListener('input', lookSoon)
    document.removeEventListener('click', onTheWay)
    window.removeEventListener('beforeunload', onAsking)
    window.removeEventListener('pagehide', onLeaving)
  }
}

/** Whether a press on a link leaves this page, in this tab, for another of the site. */
function leads(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const own = link.origin === location.origin && link.target === '' && !link.download
  return plain && own && (link.pathname !== location.pathname || link.search !== location.search)
}

function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ON_THE_WAY_MS))
}
