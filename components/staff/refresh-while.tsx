'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { SECOND } from '@/lib/kernel/time/durations'

/** Keeps a page up to date while it is shown with this on it, and somebody looks at it. */
export function RefreshWhile({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh()
    }, seconds * SECOND)
    return () => clearInterval(timer)
  }, [seconds, router])
  return null
}
