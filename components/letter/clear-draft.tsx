'use client'

import { useEffect } from 'react'
import { clearDraft } from './browser-draft'

/** On the page after submitting: the letter is on its way, so the browser forgets it. */
export function ClearDraft({ slug }: { slug: string }) {
  useEffect(() => clearDraft(slug), [slug])
  return null
}
