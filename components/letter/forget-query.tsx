'use client'

import { useEffect } from 'react'

/**
 * Takes what stands after the "?" out of the address bar, so that nobody passes it on with the address. With the state
 * that Next keeps there, it does not take this for a change of page, and goes on asking for the page as it was opened.
 */
export function ForgetQuery() {
  useEffect(() => {
    const { pathname, search, hash } = window.location
    if (search !== '') window.history.replaceState(window.history.state, '', pathname + hash)
  })
  return null
}
