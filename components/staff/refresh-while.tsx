'use client'

import { useEffect } from 'react'
import { useUpToDate } from '@/components/ui/up-to-date'
import { SECOND } from '@/lib/kernel/time/durations'

/** Keeps a page up to date while it is shown with this on it, and somebody looks at it. */
export function RefreshWhile({ seconds }: { seconds: number }) {
  const bringUpToDate = useUpToDate()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) bringUpToDate()
    }, seconds * SECOND)
    return () => clearInterval(timer)
  }, [seconds, bringUpToDate])
  return null
}
