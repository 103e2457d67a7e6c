import { MINUTE } from '@/lib/kernel/time/durations'
import type { Seen } from './seen'

/** How a save in the background ended. */
export type Posted =
  /** `to`: where what a button changed is shown. */
  | ({ kind: 'saved'; base: string; number: number; at: string; others: string[]; to?: string } & Seen)
  | { kind: 'conflict'; by: string }
  | { kind: 'signed-out' }
  /** `arrived`: it is known that it came to the server, which could not save it. */
  | { kind: 'offline'; arrived: boolean }
  | { kind: 'refused' }

/** On the slowest line a save has an answer by then; after that nobody knows, and it is sent again. */
const UNANSWERED_MS = MINUTE

/** Saves the form as it stood when `body` was read from it, as its own button would. */
export async function postDraft(form: HTMLFormElement, body: URLSearchParams, signal: AbortSignal): Promise<Posted> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), UNANSWERED_MS)
  signal.addEventListener('abort', () => giveUp.abort())
  const answer = await post(form, body, { answer: 'json' }, giveUp.signal)
  clearTimeout(timer)
  if (!answer) return { kind: 'offline', arrived: false }
  // The sign-in took its place: as a redirect, or with what was typed on it.
  if (answer.type === 'opaqueredirect' || answer.status === 403) return { kind: 'signed-out' }
  if (isJson(answer)) return answer.json()
  // A proxy that heard nothing from the server in time does not know either.
  const arrived = answer.status !== 502 && answer.status !== 504
  return answer.status >= 500 ? { kind: 'offline', arrived } : { kind: 'refused' }
}

/** Asks what the form as it stands would make, and saves nothing; `null` where no answer came. */
export async function lookAtDraft(form: HTMLFormElement, signal: AbortSignal): Promise<Seen | null> {
  const answer = await post(form, bodyOf(form), { look: 'yes' }, signal)
  return answer && isJson(answer) ? answer.json() : null
}

/** Everything that the form, and the one beside it, would send as they stand. */
export function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  const beside = document.getElementById('beside-form')
  if (beside instanceof HTMLFormElement)
    for (const [name, value] of new FormData(beside)) body.append(name, String(value))
  return body
}

/** Browsers send no more than 64 KiB for a page that is gone. */
const LEAVING_MOST = 60_000

/** Whether what the form has can be sent while the page is left. */
export function fitsLeaving(form: HTMLFormElement): boolean {
  return bodyOf(form).toString().length < LEAVING_MOST
}

/** Saves the form while the page is left: nobody hears what becomes of it. */
export function sendOnLeaving(form: HTMLFormElement): void {
  const body = bodyOf(form)
  body.set('answer', 'json')
  if (fitsLeaving(form)) fetch(form.action, { method: 'POST', body, keepalive: true }).catch(() => {})
}

async function post(
  form: HTMLFormElement,
  body: URLSearchParams,
  more: Record<string, string>,
  signal: AbortSignal,
): Promise<Response | null> {
  const whole = new URLSearchParams(body)
  for (const [name, value] of Object.entries(more)) whole.set(name, value)
  try {
    return await fetch(form.action, { method: 'POST', body: whole, redirect: 'manual', signal })
  } catch {
    return null
  }
}

function isJson(answer: Response): boolean {
  return answer.headers.get('content-type')?.startsWith('application/json') ?? false
}
