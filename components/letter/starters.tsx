'use client'

import { useEffect, useState } from 'react'

type Props = {
  /** The id of the box that a beginning goes into. */
  field: string
  starters: string[]
}

/** Beginnings for a box: words to read without scripts, and to click with them. */
export function Starters({ field, starters }: Props) {
  const [clickable, setClickable] = useState(false)
  useEffect(() => setClickable(true), [])
  if (starters.length === 0) return null
  return (
    <div className="mt-2 max-w-measure">
      <p className="text-note text-muted">You might begin:</p>
      <ul className="mt-1 flex flex-wrap gap-x-2 gap-y-1">
        {starters.map((starter) => (
          <li key={starter}>
            {clickable ? (
              <button
                type="button"
                className="min-h-target cursor-pointer border border-edge bg-ground px-3 py-1 text-left text-note hover:bg-desk"
                onClick={() => begin(field, starter)}
              >
                {`${starter} …`}
              </button>
            ) : (
              // Nothing that looks as if it could be pressed, and as high as what takes its place.
              <span className="inline-flex min-h-target items-center border border-transparent px-3 py-1 text-note italic">
                {`${starter} …`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Puts the beginning at the end of what is there, and the cursor after it. */
function begin(field: string, starter: string) {
  const box = document.getElementById(field)
  if (!(box instanceof HTMLTextAreaElement)) return
  const before = box.value.trimEnd()
  box.value = `${before}${before === '' ? '' : ' '}${starter} `
  box.focus()
  box.setSelectionRange(box.value.length, box.value.length)
  // What is kept of a draft listens to typing.
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
