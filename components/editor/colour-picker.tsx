'use client'

import { useEffect, useState } from 'react'

type Props = {
  /** The id of the field that has the colour as text. */
  field: string
  label: string
  first: string
}

/** The browser's own picker of colours: it writes into the field, and follows what is typed there. Nothing without scripts. */
export function ColourPicker({ field, label, first }: Props) {
  const [colour, setColour] = useState<string | null>(null)
  useEffect(() => {
    const typed = document.getElementById(field)
    if (!(typed instanceof HTMLInputElement)) return
    const follow = () => setColour((before) => (HEX.test(typed.value) ? typed.value.toLowerCase() : (before ?? first)))
    follow()
    typed.addEventListener('input', follow)
    return () => typed.removeEventListener('input', follow)
  }, [field, first])
  if (colour === null) return null
  return (
    <label className="flex min-h-target items-center gap-3">
      <input
        type="color"
        value={colour}
        className="size-12 cursor-pointer border-2 border-edge bg-ground"
        onChange={({ target: { value } }) => {
          const typed = document.getElementById(field)
          if (!(typed instanceof HTMLInputElement)) return
          typed.value = value
          typed.dispatchEvent(new Event('input', { bubbles: true }))
        }}
      />
      <span className="text-ink">{label}</span>
    </label>
  )
}

const HEX = /^#[0-9a-f]{6}$/i
