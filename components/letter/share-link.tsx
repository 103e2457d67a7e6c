'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = { url: string; text: string }

/**
 * An address to pass on: in a field, to be selected by hand; where scripts run with a button that copies it, and where
 * the device has a way of its own to share (most phones), with a button for that.
 */
export function ShareLink({ url, text }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [can, setCan] = useState({ copy: false, share: false })
  const [copied, setCopied] = useState(false)
  // A browser lets neither be done on a page that did not come by HTTPS.
  useEffect(() => setCan({ copy: 'clipboard' in navigator, share: 'share' in navigator }), [])

  async function copy() {
    try {
      await navigator.clipboard.writeText(url)
      setCopied(true)
    } catch {
      // Where the browser does not let a page copy, the address stands selected: one key does it.
      field.current?.select()
    }
  }

  async function share() {
    try {
      await navigator.share({ text, url })
    } catch {
      // Who closes the device's list of ways to share has decided not to.
    }
  }

  return (
    <div>
      <label htmlFor={id} className="block font-bold">
        Link to pass on
      </label>
      <input id={id} ref={field} readOnly type="url" value={url} className="control mt-1.5 w-full" />
      <div className="flex flex-wrap items-center gap-x-6">
        {can.copy && (
          <Button type="button" look="quiet" onClick={copy}>
            Copy link
          </Button>
        )}
        {can.share && (
          <Button type="button" look="quiet" onClick={share}>
            Share …
          </Button>
        )}
        <span role="status">{copied ? 'Copied' : ''}</span>
      </div>
    </div>
  )
}
