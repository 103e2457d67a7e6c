'use client'

import { useEffect, useRef, useState } from 'react'
import { counted } from '@/lib/kernel/text'
import {
  fromOtherTabs,
  later,
  type SessionEnds,
  type SessionPhase,
  sessionPhase,
  tellOtherTabs,
  WARN_WORDS,
} from './session-ends'

const LOOK_MS = 5000

type Props = {
  /** Hours that a session lasts in any case. */
  hours: number
  /** Milliseconds that this one has left of them, and without another request. */
  left: number
  idleLeft: number | null
}

/**
 * Says some minutes before that the session ends, and afterwards that it has. The page stays as it is, so that
 * nothing that was typed is lost. Without scripts a form that comes too late gives back what was typed instead.
 */
export function SessionWarning({ hours, left, idleLeft }: Props) {
  const ends = useRef<SessionEnds>({ ends: 0, idleEnds: null })
  const [phase, setPhase] = useState<SessionPhase>('quiet')

  useEffect(() => {
    const look = () => {
      ends.current = later(ends.current, fromOtherTabs())
      setPhase(sessionPhase(ends.current, Date.now()))
    }
    ends.current = endsAfter({ left, idleLeft })
    tellOtherTabs(ends.current)
    const looking = setInterval(look, LOOK_MS)
    return () => clearInterval(looking)
  }, [left, idleLeft])

  async function stay() {
    const renewed = await askToStay()
    if (!renewed) return setPhase('over')
    ends.current = renewed
    tellOtherTabs(renewed)
    setPhase(sessionPhase(renewed, Date.now()))
  }

  return (
    <div className="sticky bottom-0 z-10 print:hidden">
      {phase !== 'quiet' && (
        <div
          role="alert"
          aria-label="Your session"
          className="flex flex-wrap items-center gap-x-6 gap-y-2 bg-amber px-4 py-3 text-black sm:px-8"
        >
          {/* Replaced whole: a browser's translation may have put other nodes in place of its texts. */}
          <p key={phase} className="max-w-measure">
            <strong className="font-bold">{words[phase].heading}</strong> <span>{words[phase].text(hours)}</span>
          </p>
          {phase === 'idle-soon' && (
            <button
              type="button"
              onClick={() => void stay()}
              className="min-h-target cursor-pointer bg-black px-5 font-bold text-white"
            >
              Stay signed in
            </button>
          )}
          {phase === 'over' && (
            <a className="font-bold underline" href="/staff/sign-in" target="_blank" rel="noreferrer">
              Sign in again, in another tab
            </a>
          )}
        </div>
      )}
    </div>
  )
}

const words: Record<Exclude<SessionPhase, 'quiet'>, { heading: string; text: (hours: number) => string }> = {
  'idle-soon': {
    heading: `You are signed out in ${WARN_WORDS},`,
    text: () => 'since nothing has been saved or opened for a while.',
  },
  'ends-soon': {
    heading: `You are signed out in ${WARN_WORDS}:`,
    text: (hours) => `a session lasts ${counted(hours, 'hour')}. Save what you are writing now.`,
  },
  over: {
    heading: 'You are signed out.',
    text: () =>
      'What you have typed is still on this page: leave it open, sign in again in another tab, and go on here.',
  },
}

function endsAfter({ left, idleLeft }: Omit<Props, 'hours'>): SessionEnds {
  const now = Date.now()
  return { ends: now + left, idleEnds: idleLeft === null ? null : now + idleLeft }
}

/** Asks for something, which keeps the session; `null` where it had ended already, or nobody answers. */
async function askToStay(): Promise<SessionEnds | null> {
  try {
    const answer = await fetch('/staff/account/still-here', { cache: 'no-store' })
    // Whoever is signed out is led to the way in.
    return answer.ok && !answer.redirected ? endsAfter(await answer.json()) : null
  } catch {
    return null
  }
}
