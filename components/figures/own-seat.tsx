'use client'

import { useEffect, useState } from 'react'
import { rememberedSeat } from './remembered-seat'

/** How many have written from the constituency that was looked up in this browser, once that is known and told. */
export function OwnSeat({ slug }: { slug: string }) {
  const [words, setWords] = useState('')
  useEffect(() => {
    const code = rememberedSeat()
    let isGone = false
    if (code) {
      void wordsOf(slug, code).then((told) => {
        if (!isGone) setWords(told)
      })
    }
    return () => {
      isGone = true
    }
  }, [slug])
  return words && <p className="mt-2 font-bold">{`${words}.`}</p>
}

/** Empty where nothing may be told, or there is no answer. */
async function wordsOf(slug: string, code: string): Promise<string> {
  try {
    const response = await fetch(`/api/campaigns/${slug}/figures?only=totals&seat=${code}`)
    const { seat }: { seat?: { words: string | null } } = response.ok ? await response.json() : {}
    return seat?.words ?? ''
  } catch {
    return ''
  }
}
