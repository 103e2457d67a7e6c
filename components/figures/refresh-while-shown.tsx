'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

// With a roll-up every ten seconds, a figure is on the page within fifteen.
const EVERY_MS = 4000

/** Keeps the page up to date while somebody looks at it. `changedAt`: what the page was made with. */
export function Pulse({ address, changedAt }: { address: string; changedAt: string | null }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return
      const response = await fetch(address).catch(() => null)
      if (response?.ok && (await response.json()) !== changedAt) router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [address, changedAt, router])
  return null
}
