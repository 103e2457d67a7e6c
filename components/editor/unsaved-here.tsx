'use client'

import { useEffect, useState } from 'react'
import { readDraft } from '@/components/letter/browser-draft'

type Props = { campaign: string; parts: readonly { id: string; title: string }[]; savedAt: string }

/** Names the parts in which something was typed in this browser after the draft was saved last: nobody else has it. */
export function UnsavedHere({ campaign, parts, savedAt }: Props) {
  const [unsaved, setUnsaved] = useState<Props['parts']>([])
  useEffect(() => {
    setUnsaved(parts.filter(({ id }) => (readDraft(`${campaign}:${id}`)?.changed ?? '') > savedAt))
  }, [campaign, parts, savedAt])

  if (unsaved.length === 0) return null
  return (
    <div role="status" className="border-l-[0.3333rem] border-amber pl-4">
      <p>This browser has text that was typed here and is not in the draft. Look at it before you publish:</p>
      <ul className="flex flex-wrap gap-x-6">
        {unsaved.map(({ id, title }) => (
          <li key={id}>
            <a className="link inline-flex min-h-target items-center" href={`/staff/campaigns/${campaign}/edit/${id}`}>
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
