'use client'

import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import { lastTyped } from './typed-early'

/**
 * A `<textarea>` that keeps what was typed before the scripts arrived, and while they take the page over. React spares an
 * `<input>` then, but writes a textarea's first value over the person's own: on a slow telephone, that is a letter lost.
 * Each paragraph runs the way that its own script does, and none is translated: it is sent as it stands there.
 */
export function NativeTextArea(props: ComponentProps<'textarea'> & { id: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const typed = field.current ? lastTyped(field.current) : undefined
    if (field.current && typed !== undefined) field.current.value = typed
  }, [])
  return <textarea dir="auto" translate="no" {...props} ref={field} />
}
