'use client'

import { useEffect } from 'react'

/**
 * Tells the page around the frame how high this one is: when it comes, whenever that changes, and when it is asked.
 * The script of the snippet, /embed.js, listens. A height is no secret, so any page may hear it.
 */
export function FrameHeight() {
  useEffect(() => {
    const { parent, document } = window
    if (parent === window) return
    const tell = () => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
      parent.postMessage({ dearMp: 'height', height }, '*')
    }
    const answer = (event: MessageEvent) => {
      if (event.source === parent && event.data?.dearMp === 'how-high') tell()
    }
    const resized = new ResizeObserver(tell)
    resized.observe(document.documentElement)
    addEventListener('message', answer)
    return () => {
      resized.disconnect()
      removeEventListener('message', answer)
    }
  }, [])
  return null
}
