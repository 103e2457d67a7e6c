'use client'

import { useEffect, useState } from 'react'
import { counted, wordCount } from '@/lib/kernel/text'
import { ownShareBeside } from '@/lib/writing/originality/own-share'
import { shareWords } from '@/lib/writing/originality/share-in-words'

type Props = {
  /** The id of the field whose words are counted. */
  field: string
  /** The field's text when the page was made: what is shown until scripts run, and without them. */
  text: string
  /** What staff wrote: the letter as the campaign composed it, without own words, and the beginnings it offers. */
  given: string[]
  least?: number
  most?: number
}

/** How long the letter is and how much of it is the writer's own: encourages, and never stands in the way. */
export function WordCount({ field, text, given, least = 150, most = 400 }: Props) {
  const typed = useTyped(field, text)
  const words = wordCount(typed)
  const own = ownShareBeside(typed, given)
  const share = Math.round(own * 100)
  return (
    <div id={`${field}-count`} className="mt-3 font-sans text-note">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <strong>{counted(words, 'word')}.</strong> {lengthWords(words, least, most)}
        </p>
        <p className="font-bold">{share}% your own words</p>
      </div>
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
      <p className="mt-1.5">{shareWords(own)}</p>
    </div>
  )
}

/** What stands in the field now. Not read out at each key: the field would not be heard over it. */
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

function lengthWords(words: number, least: number, most: number): string {
  if (words < least) return `Between ${least} and ${most} is a good length.`
  if (words <= most) return 'A good length.'
  return `Longer than most that are read to the end: ${most} is plenty.`
}
