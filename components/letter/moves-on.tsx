'use client'

import { useEffect, useState } from 'react'
import { hasChanged } from '@/components/figures/refresh-while-shown'
import { ChangingText } from '@/components/ui/changing-text'
import { useUpToDate } from '@/components/ui/up-to-date'

const FIRST_MS = 4000
const LATER_BY = 1.25
const LATEST_MS = 60_000
/** Some twenty minutes. */
const ASKS_MOST = 30

type Props = {
  /** Where the page's present stamp is given, as JSON. */
  address: string
  /** What the page was made with. */
  stamp: string
  /** Where the letter is, in words: read out once it is elsewhere. */
  said: string
}

/** Brings a letter's page up to date while somebody looks at it: less and less often, and not for ever. */
export function MovesOn({ address, stamp, said }: Props) {
  const bringUpToDate = useUpToDate()
  const [first] = useState(said)
  useEffect(() => {
    let isGone = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async (asks: number) => {
      const isOld = !document.hidden && (await hasChanged(address, stamp))
      if (isGone) return
      // The page then has another stamp, and this begins anew; where it has not, it is asked for again.
      if (isOld) bringUpToDate()
      if (asks < ASKS_MOST) timer = setTimeout(ask, waitAfter(asks), asks + 1)
    }
    timer = setTimeout(ask, FIRST_MS, 1)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [address, stamp, bringUpToDate])
  return (
    <span role="status" className="sr-only">
      {said !== first && <ChangingText>{said}</ChangingText>}
    </span>
  )
}

/** Milliseconds until the next of so many asks. */
export function waitAfter(asks: number): number {
  return Math.min(FIRST_MS * LATER_BY ** asks, LATEST_MS)
}
