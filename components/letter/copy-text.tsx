'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** A text to take elsewhere: to select by hand without scripts, with a button that copies it where there are. */
export function CopyText({ label, text, rows }: { label: string; text: string; rows: number }) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [state, setState] = useState<'plain' | 'ready' | 'copied'>('plain')
  useEffect(() => setState('ready'), [])

  async function copy() {
    box.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // Where the browser does not let a page copy, the text stands selected: one key does it.
    }
  }

  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-bold">
        {label}
      </label>
      <textarea id={id} ref={box} readOnly rows={rows} defaultValue={text} className="control w-full" />
      {state !== 'plain' && (
        <Button type="button" look="quiet" onClick={copy}>
          <span>{`Copy the ${label.toLowerCase()}`}</span>
        </Button>
      )}
      <span role="status" className="pl-3">
        {state === 'copied' ? 'Copied' : ''}
      </span>
    </div>
  )
}
