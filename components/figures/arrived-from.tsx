'use client'

import { useEffect } from 'react'

const CARRIED = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'by', 'ref']

/**
 * Lets the postcode form carry on where the visitor came from: the tags of the address, and of the page that led here
 * its host alone. Without scripts the tags still arrive, with the address that the browser names.
 */
export function ArrivedFrom() {
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('#postcode-form')
    if (!form) return
    const fields = [...carriedSource()].map(([name, value]) =>
      Object.assign(document.createElement('input'), { type: 'hidden', name, value }),
    )
    form.append(...fields)
    return () => {
      for (const field of fields) field.remove()
    }
  }, [])
  return null
}

/** Where the visitor came from, as a form carries it on. */
export function carriedSource(): URLSearchParams {
  const query = new URLSearchParams(location.search)
  const { referrer } = document
  if (!query.has('ref') && URL.canParse(referrer) && new URL(referrer).origin !== location.origin) {
    query.set('ref', new URL(referrer).hostname)
  }
  return carriedOf(query)
}

/** What an address's query tells of where its visitor came from. */
export function carriedOf(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    CARRIED.flatMap((name) => {
      const value = query.get(name)?.slice(0, 100)
      return value ? [[name, value]] : []
    }),
  )
}
