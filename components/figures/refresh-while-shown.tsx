'use client'

import { useEffect } from 'react'
import { useUpToDate } from '@/components/ui/up-to-date'

// With a roll-up every ten seconds, a figure is on the page within fifteen.
const EVERY_MS = 4000

/** Keeps the page up to date while somebody looks at it. `changedAt`: what the page was made with. */
export function Pulse({ address, changedAt }: { address: string; changedAt: string | null }) {
  const bringUpToDate = useUpToDate()
  useEffect(() => {
    let isAsking = false
    let isGone = false
    const timer = setInterval(async () => {
      if (document.hidden || isAsking) return
      isAsking = true
      const isOld = await hasChanged(address, changedAt)
      isAsking = false
      if (isOld && !isGone) bringUpToDate()
    }, EVERY_MS)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [address, changedAt, bringUpToDate])
  return null
}

/** Whether something else is said at `address` by now; no, where nothing is, as by the sign-in to whoever is signed out. */
export async function hasChanged(address: string, changedAt: string | null): Promise<boolean> {
  try {
    const response = await fetch(address)
    return response.ok && !response.redirected && (await response.json()) !== changedAt
  } catch {
    return false
  }
}
