'use client'

import { Fragment, memo, type ReactNode, useEffect, useState } from 'react'

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
 * The version that the fields were filled from, which each save moves on. It is rendered once: React would write its
 * first value back whenever the page follows, and what was typed would then count as a change of an older version.
 */
export const Base = memo(
  function Base({ version }: { version: string }) {
    return <input type="hidden" name="base" value={version} />
  },
  () => true,
)
