'use client'

import { createElement, useEffect, useState } from 'react'

const BUTTONS = [
  ['md-bold', 'Bold'],
  ['md-italic', 'Emphasis'],
  ['md-link', 'Link'],
] as const
const LISTS = [['md-unordered-list', 'List']] as const

/** Buttons that put emphasis, links and lists into a field of Markdown. There only once they work. */
export function MarkdownToolbar({ field, label, lists }: { field: string; label: string; lists: boolean }) {
  const [ready, setReady] = useState(false)

  useEffect(() => {
    // Offline, or an old page: the field serves without them.
    import('@github/markdown-toolbar-element').then(
      () => setReady(true),
      () => {},
    )
  }, [])

  if (!ready) return null
  return createElement(
    'markdown-toolbar',
    { for: field, role: 'toolbar', 'aria-label': `Format: ${label}`, className: 'mt-1 flex flex-wrap gap-x-5' },
    ...[...BUTTONS, ...(lists ? LISTS : [])].map(([element, name]) =>
      createElement(
        element,
        {
          key: element,
          role: 'button',
          className: 'link inline-flex min-h-target cursor-pointer items-center font-semibold',
        },
        name,
      ),
    ),
  )
}
