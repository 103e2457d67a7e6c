'use client'

import { type ComponentProps, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'

/**
 * A `<textarea>` that keeps what was typed before the scripts arrived. React spares an `<input>` when it takes a page
 * over, but writes a textarea's first value over the person's own: on a slow telephone, that is a letter lost.
 */
export function NativeTextArea(props: ComponentProps<'textarea'> & { id: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const takingOver = useSyncExternalStore(noChange, no, inBrowser)
  const [typed] = useState(() => (takingOver ? typedInto(props.id) : null))
  useLayoutEffect(() => {
    if (field.current && typed !== null) field.current.value = typed
  }, [typed])
  return <textarea {...props} ref={field} />
}

function typedInto(id: string): string | null {
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue ? field.value : null
}

const noChange = () => () => {}
const no = () => false
const inBrowser = () => typeof document !== 'undefined'
