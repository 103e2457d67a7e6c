'use client'

import { useEffect, useState } from 'react'
import { writingAddress } from '@/lib/letters/writing-addresses'
import { BegunLetter } from './begun-letter'
import { type Draft, dropDraft, readDraft, takeDraft } from './browser-draft'

/** Offers a letter of an earlier visit before one has said who one's MP is; nothing where this browser keeps none. */
export function DraftOffer({ slug }: { slug: string }) {
  const [offered, setOffered] = useState<Draft | null>(null)
  useEffect(() => setOffered(readDraft(slug)), [slug])
  const place = offered?.place
  if (!place) return null
  return (
    <BegunLetter
      draft={offered}
      onCarryOn={() => {
        takeDraft(slug, offered)
        location.assign(`${writingAddress(slug, place.seat, place.stage)}#draft`)
      }}
      onStartAfresh={() => {
        dropDraft(slug)
        setOffered(null)
      }}
    />
  )
}
