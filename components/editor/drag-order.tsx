'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * A list whose items can be dragged by their handles, beside the buttons that move them. Items without ids are named
 * by their places, so a drop saves the form and shows it anew; otherwise it counts as something typed.
 */
export function DragOrder({ hasIds, children }: { hasIds: boolean; children: ReactNode }) {
  const list = useRef<HTMLOListElement>(null)

  useEffect(() => {
    const element = list.current
    if (!element) return
    let sortable: { destroy(): void } | undefined
    let gone = false
    import('sortablejs').then(
      ({ default: Sortable }) => {
        if (gone) return
        for (const handle of element.querySelectorAll('[data-handle]')) handle.setAttribute('data-on', '')
        sortable = Sortable.create(element, {
          handle: '[data-handle]',
          onEnd: ({ oldIndex, newIndex }) => {
            if (oldIndex === newIndex) return
            if (hasIds) element.dispatchEvent(new Event('input', { bubbles: true }))
            else element.closest('form')?.requestSubmit()
          },
        })
      },
      // Offline, or an old page: the buttons serve.
      () => {},
    )
    return () => {
      gone = true
      sortable?.destroy()
    }
  }, [hasIds])

  return (
    <ol ref={list} className="space-y-6">
      {children}
    </ol>
  )
}
