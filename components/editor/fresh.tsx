'use client'

import { Fragment, type ReactNode, useEffect, useState } from 'react'

/** Told to the window when fields are to show what the server has, whatever was typed into them. */
const FRESH = 'part-fresh'

/** Has the fields show what the server gave last: after a change of a list, or one that was taken back. */
export function showAfresh(): void {
  window.dispatchEvent(new Event(FRESH))
}

/** Fields that keep what was typed while the page around them follows, until they are to be shown afresh. */
export function Fresh({ children }: { children: ReactNode }) {
  const [times, setTimes] = useState(0)
  useEffect(() => {
    const again = () => setTimes((before) => before + 1)
    window.addEventListener(FRESH, again)
    return () => window.removeEventListener(FRESH, again)
  }, [])
  return <Fragment key={times}>{children}</Fragment>
}

/**
 * The version that the fields were filled from: it stays when the page follows what somebody else has saved meanwhile,
 * since what was typed is no answer to that.
 */
export function Base({ version }: { version: string }) {
  const [filledFrom] = useState(version)
  return <input type="hidden" name="base" value={filledFrom} />
}
