'use client'

import { useEffect } from 'react'
import { fieldsOnPage, putBackOnPage, typedIn } from './typed-on-page'

let fields: ReturnType<typeof fieldsOnPage> = []
let used: Element | null = null

function look() {
  fields = fieldsOnPage()
  used = document.activeElement
}

if (typeof document !== 'undefined') {
  look()
  // The page may still be coming in.
  for (const event of ['input', 'focusin']) document.addEventListener(event, look)
}

/**
 * Keeps what was typed before the scripts came. Where the browser had translated the page by then, React finds it other
 * than it was sent and makes it anew, with empty fields. Stands before the page: what listens to its fields comes after.
 */
export function TypedBeforeScripts() {
  useEffect(() => {
    for (const event of ['input', 'focusin']) document.removeEventListener(event, look)
    if (fields.some(({ control }) => !control.isConnected)) putBackOnPage(typedIn(fields, used))
    fields = []
  }, [])
  return null
}
