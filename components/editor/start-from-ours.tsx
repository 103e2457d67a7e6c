'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = { field: string; label: string; ours: string }

/** Puts our words into an empty field, to go on from. There only once it works. */
export function StartFromOurs({ field, label, ours }: Props) {
  const [isEmpty, setEmpty] = useState(false)
  useEffect(() => {
    const typed = typedIn(field)
    const follow = () => setEmpty(typed?.value.trim() === '')
    follow()
    typed?.addEventListener('input', follow)
    return () => typed?.removeEventListener('input', follow)
  }, [field])

  if (!isEmpty) return null
  return (
    <Button
      type="button"
      look="quiet"
      onClick={() => {
        const typed = typedIn(field)
        if (!typed) return
        typed.value = ours
        typed.dispatchEvent(new Event('input', { bubbles: true }))
        typed.focus()
      }}
    >
      <span>Start from ours</span>
      <span className="sr-only">{`: ${label}`}</span>
    </Button>
  )
}

function typedIn(field: string): HTMLInputElement | HTMLTextAreaElement | null {
  const typed = document.getElementById(field)
  return typed instanceof HTMLInputElement || typed instanceof HTMLTextAreaElement ? typed : null
}
