'use client'

import { useEffect, useState } from 'react'
import { ChangingText } from '@/components/ui/changing-text'
import { counted, wordCount } from '@/lib/kernel/text'
import { isEnoughToTell } from '@/lib/writing/originality/enough-to-tell'
import { ownShareBeside } from '@/lib/writing/originality/own-share'
import { percentOf, shareWords } from '@/lib/writing/originality/share-in-words'

/** Up to so many words nobody is told anything of length: a letter as given, and much of one's own on top. */
const LONG = 450
/** So long nothing is typed before the count is read out: at each key the field would not be heard over it. */
const PAUSE_MS = 1500

type Props = {
  /** The id of the field whose words are counted; it is described by what has this id and `-count`. */
  field: string
  /** The field's text when the page was made: what is shown until scripts run, and without them. */
  text: string
  /** What staff wrote: the letter as the campaign composed it, without own words, and the beginnings it offers. */
  given: string[]
}

/** How long the letter is and how much of it is the writer's own: encourages, and never stands in the way. */
export function WordCount({ field, text, given }: Props) {
  const typed = useTyped(field, text)
  const words = wordCount(typed)
  const own = ownShareBeside(typed, given)
  const share = isEnoughToTell(typed) ? percentOf(own) : null
  const kind = [words > LONG && LONG_WORDS, shareWords(own, typed)].filter(Boolean).join(' ')
  const spoken = useAfterPause(`${counted(words, 'word')}. ${kind}`)
  return (
    <div className="mt-3 font-sans text-note">
      <div id={`${field}-count`}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 font-bold">
          <p>
            <ChangingText>{`${counted(words, 'word')}.`}</ChangingText>
          </p>
          <p>{share !== null && <ChangingText>{`${share}% your own words`}</ChangingText>}</p>
        </div>
        {share !== null && <Bar share={share} />}
        <p className="mt-1.5">
          <ChangingText>{kind}</ChangingText>
        </p>
      </div>
      <p role="status" className="sr-only">
        {spoken !== null && <ChangingText>{spoken}</ChangingText>}
      </p>
    </div>
  )
}

const LONG_WORDS = 'A long letter is welcome: put what matters most to you near its beginning.'

function Bar({ share }: { share: number }) {
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      width="100%"
      height="12"
      aria-hidden="true"
      focusable="false"
      className="mt-1.5 block border border-edge"
    >
      <rect width={share} height="10" className="fill-amber" />
    </svg>
  )
}

/** What stands in the field now. */
function useTyped(field: string, text: string): string {
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    const control = document.getElementById(field)
    if (!(control instanceof HTMLTextAreaElement)) return
    const read = () => setTyped(control.value)
    read()
    control.addEventListener('input', read)
    return () => control.removeEventListener('input', read)
  }, [field])
  return typed
}

/** A text once it has stayed the same for a while; `null` until it first changed, as the field is described by it. */
function useAfterPause(text: string): string | null {
  const [settled, setSettled] = useState({ first: text, last: text })
  useEffect(() => {
    const timer = setTimeout(() => setSettled(({ first }) => ({ first, last: text })), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled.last === settled.first ? null : settled.last
}
