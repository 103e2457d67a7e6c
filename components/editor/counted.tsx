'use client'

import { useEffect, useState } from 'react'
import { ChangingText } from '@/components/ui/changing-text'
import { longestForm } from '@/lib/content/wordings/longest-form'
import { counted, grouped, lengthOf, oneLine, wordCount } from '@/lib/kernel/text'

type Props = {
  /** The id of the field that holds the text. */
  field: string
  text: string
  /** So many characters are allowed. */
  most?: number | undefined
  /** Whether words are counted as well. */
  words?: boolean
  /** Whether its longest alternatives count, as in a letter. */
  longest?: boolean
}

/** How long a text is, as the rule counts it, while it is typed; what is too much is said in words. */
export function Counted({ field, text: first, most, words = false, longest = false }: Props) {
  const [text, setText] = useState(first)
  useEffect(() => {
    const typed = document.getElementById(field)
    if (!(typed instanceof HTMLTextAreaElement || typed instanceof HTMLInputElement)) return
    const follow = () => setText(typed.value)
    follow()
    typed.addEventListener('input', follow)
    return () => typed.removeEventListener('input', follow)
  }, [field])

  const plain = oneLine(text)
  const length = longest ? longestForm(plain) : lengthOf(plain)
  const over = most === undefined ? 0 : length - most
  const of = most === undefined ? counted(length, 'character') : `${grouped(length)} of ${grouped(most)} characters`
  const inLongest = longest && length !== lengthOf(plain) ? ' at its longest' : ''
  return (
    <p className={`text-note ${over > 0 ? 'font-bold text-fault' : 'text-muted'}`}>
      <ChangingText>
        {`${words ? `${counted(wordCount(plain), 'word')}, ` : ''}${of}${inLongest}${over > 0 ? `: ${grouped(over)} too many` : ''}`}
      </ChangingText>
    </p>
  )
}
