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
          // The browser's own dragging cannot be done by touch, nor follow what folds under it.
          forceFallback: true,
          onChoose: ({ item }) => fold(element, item, true),
          onUnchoose: ({ item }) => fold(element, item, false),
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

/** Leaves of each item only its head while one is dragged: items are taller than a screen. What is held stays put. */
function fold(list: HTMLElement, dragged: HTMLElement, folded: boolean): void {
  const before = dragged.getBoundingClientRect().top
  for (const fields of list.querySelectorAll('[data-fields]')) fields.toggleAttribute('hidden', folded)
  window.scrollBy({ top: dragged.getBoundingClientRect().top - before, behavior: 'instant' })
}
