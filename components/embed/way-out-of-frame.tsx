'use client'

import { useEffect, useState } from 'react'

/** Long enough for the next page to begin on a slow line, short enough for somebody who sees nothing happen. */
const PATIENCE_MS = 3000

/**
 * A way on where the site around the frame lets nothing lead out of it (a sandbox without "allow-top-navigation"): a
 * browser then drops the form without a word, so a link to the same place is offered, for a tab of its own.
 */
export function WayOutOfFrame() {
  const [way, setWay] = useState<string | null>(null)
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('#postcode-form')
    if (!form || window.parent === window) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      const typed = [...new FormData(form)].map(([name, value]) => [name, String(value)])
      clearTimeout(timer)
      timer = setTimeout(() => setWay(`${form.action}?${new URLSearchParams(typed)}`), PATIENCE_MS)
    }
    const forget = () => clearTimeout(timer)
    form.addEventListener('submit', wait)
    addEventListener('pagehide', forget)
    return () => {
      forget()
      form.removeEventListener('submit', wait)
      removeEventListener('pagehide', forget)
    }
  }, [])
  return (
    <p role="status" className={way ? '' : 'sr-only'}>
      {way && (
        <>
          Nothing happens?{' '}
          <a className="link font-semibold" href={way} target="_blank" rel="noopener">
            Go on in a new tab
          </a>
        </>
      )}
    </p>
  )
}
