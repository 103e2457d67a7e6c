'use client'

import type { Challenge } from 'altcha-lib'
import { useEffect, useRef, useState } from 'react'
import { MINUTE } from '@/lib/kernel/time/durations'

/** So long a browser tries; a letter does not wait longer for it. */
const MOST_MS = MINUTE

const words = {
  working: 'Your browser is doing the sum …',
  done: 'Your browser has done the sum.',
  failed: 'Your browser cannot do the sum. You can send your letter all the same.',
}

/**
 * Solves a puzzle for the form that it stands in, which sends the answer as `puzzle`; pressed before, the form goes as
 * soon as it is there. The browser derives the keys beside the page, which stays usable. Without scripts the field is empty.
 */
export function Puzzle({ challenge }: { challenge: Challenge }) {
  const [state, setState] = useState<keyof typeof words | null>(null)
  const [answer, setAnswer] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const pressed = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    setState('working')
    void answerTo(challenge, controller).then((found) => {
      if (controller.signal.aborted) return
      setAnswer(found ?? '')
      setState(found ? 'done' : 'failed')
    })
    return () => controller.abort()
  }, [challenge])
  useEffect(() => {
    const form = field.current?.form
    if (state !== 'working' && pressed.current) form?.requestSubmit(pressed.current)
    if (state !== 'working') return
    const wait = (event: SubmitEvent) => {
      // The other buttons of the form lead back, and need no answer.
      if (event.submitter?.getAttribute('name')) return
      event.preventDefault()
      pressed.current = event.submitter
    }
    form?.addEventListener('submit', wait)
    return () => form?.removeEventListener('submit', wait)
  }, [state])
  return (
    <>
      <input ref={field} type="hidden" name="puzzle" value={answer} />
      <p role="status" className="mt-2">
        {state && words[state]}
      </p>
    </>
  )
}

/** The answer as it is sent; `null` where this browser finds none. */
async function answerTo(challenge: Challenge, controller: AbortController): Promise<string | null> {
  try {
    const [{ solveChallenge }, { deriveKey }] = await Promise.all([
      import('altcha-lib'),
      import('altcha-lib/algorithms/web/pbkdf2'),
    ])
    const solution = await solveChallenge({ challenge, deriveKey, controller, timeout: MOST_MS })
    return solution && JSON.stringify({ challenge, solution })
  } catch {
    // No Web Crypto here, or its parts did not arrive: the slower way stays.
    return null
  }
}
