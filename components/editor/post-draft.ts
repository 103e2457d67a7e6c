import type { Seen } from './seen'

/** How a save in the background ended. */
export type Posted =
  | ({ kind: 'saved'; base: string; number: number; at: string; others: string[] } & Seen)
  | { kind: 'conflict'; by: string }
  | { kind: 'signed-out' }
  | { kind: 'offline' }
  | { kind: 'refused' }

/** Saves the form as it stands, as its own button would. */
export async function postDraft(form: HTMLFormElement, signal: AbortSignal): Promise<Posted> {
  const answer = await post(form, { answer: 'json' }, signal)
  if (!answer) return { kind: 'offline' }
  // The sign-in took its place: as a redirect, or with what was typed on it.
  if (answer.type === 'opaqueredirect' || answer.status === 403) return { kind: 'signed-out' }
  return isJson(answer) ? answer.json() : { kind: answer.status >= 500 ? 'offline' : 'refused' }
}

/** Asks what the form as it stands would make, and saves nothing; `null` where no answer came. */
export async function lookAtDraft(form: HTMLFormElement, signal: AbortSignal): Promise<Seen | null> {
  const answer = await post(form, { look: 'yes' }, signal)
  return answer && isJson(answer) ? answer.json() : null
}

async function post(
  form: HTMLFormElement,
  more: Record<string, string>,
  signal: AbortSignal,
): Promise<Response | null> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  const beside = document.getElementById('beside-form')
  if (beside instanceof HTMLFormElement)
    for (const [name, value] of new FormData(beside)) body.append(name, String(value))
  for (const [name, value] of Object.entries(more)) body.set(name, value)
  try {
    return await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal })
  } catch {
    return null
  }
}

function isJson(answer: Response): boolean {
  return answer.headers.get('content-type')?.startsWith('application/json') ?? false
}
