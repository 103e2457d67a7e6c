'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { ChangingText } from '@/components/ui/changing-text'
import { Details } from '@/components/ui/details'
import { readParts } from '@/lib/content/wordings/alternatives'
import { FormsList } from './forms-list'

type Props = {
  /** The id of the field that holds the text. */
  field: string
  text: string
  /** How many wordings it holds: one; several with an empty line between; or one to a line. */
  many: keyof typeof BETWEEN
  label: string
}

/** What stands between two wordings. */
const BETWEEN = { one: /$^/, blocks: /\n\s*\n/, lines: /\n/ }

/**
 * A field's wordings as they read, each alternative a button that shows the next one. The field stays what is saved:
 * pressing changes only what is shown. There once scripts run; the list of what can be said is there without them.
 */
export function Alternatives({ field, text: first, many, label }: Props) {
  const [text, setText] = useState(first)
  const [ready, setReady] = useState(false)

  useEffect(() => {
    const typed = document.getElementById(field)
    if (!(typed instanceof HTMLTextAreaElement || typed instanceof HTMLInputElement)) return
    const follow = () => setText(typed.value)
    follow()
    setReady(true)
    typed.addEventListener('input', follow)
    return () => typed.removeEventListener('input', follow)
  }, [field])

  const wordings = text.split(BETWEEN[many]).map((one) => one.trim())
  const told = wordings.map((wording, at) => ({ wording, at })).filter(({ wording }) => hasAlternatives(wording))
  if (told.length === 0) return null
  return (
    <div className="mt-2 max-w-measure space-y-2">
      {/* Several paragraphs in one field are folded away: a voice has a dozen such fields. */}
      {ready && (
        <AsItReads folded={many === 'blocks'}>
          <fieldset className="border-l-[0.3333rem] border-hair pl-4">
            <legend className="sr-only">{`How ${label} reads`}</legend>
            <p className="text-note text-muted">As it reads. Press an alternative to see the next.</p>
            {told.map(({ wording, at }) => (
              <Pressable key={at} wording={wording} />
            ))}
          </fieldset>
        </AsItReads>
      )}
      <FormsList wordings={told.map(({ wording }) => wording)} />
    </div>
  )
}

function AsItReads({ folded, children }: { folded: boolean; children: ReactNode }) {
  if (!folded) return children
  return (
    <Details look="plain" summary="As it reads">
      {children}
    </Details>
  )
}

/** One wording, with a button for each place that has alternatives. */
function Pressable({ wording }: { wording: string }) {
  const [chosen, setChosen] = useState<Record<number, number>>({})
  const [pressed, setPressed] = useState(false)
  const parts = readParts(wording)
  const at = (part: number, many: number) => (chosen[part] ?? 0) % many
  const said = parts
    .map((part, place) => (typeof part.said === 'string' ? part.said : (part.said[at(place, part.said.length)] ?? '')))
    .join('')
  return (
    <>
      <p className="mt-1 leading-9">
        {parts.map(({ said: one }, place) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place.
          if (typeof one === 'string') return <span key={place}>{legible(one)}</span>
          const now = at(place, one.length)
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place.
              key={place}
              type="button"
              className="inline cursor-pointer border-b-2 border-edge bg-desk px-1.5 py-0.5 text-left leading-snug hover:bg-hair"
              onClick={() => {
                setChosen({ ...chosen, [place]: now + 1 })
                setPressed(true)
              }}
            >
              <ChangingText>{legible(one[now] ?? '').trim() || '(nothing)'}</ChangingText>
              <span className="sr-only">
                <ChangingText>{`, alternative ${now + 1} of ${one.length}`}</ChangingText>
              </span>
            </button>
          )
        })}
      </p>
      <p aria-live="polite" className="sr-only">
        {pressed && <ChangingText>{legible(said)}</ChangingText>}
      </p>
    </>
  )
}

function hasAlternatives(wording: string): boolean {
  return readParts(wording).some(({ said }) => typeof said !== 'string')
}

/** What is filled in named as such, and no mark of a sentence that moves. */
function legible(text: string): string {
  return text.replace(/\{(mp|constituency|nation|others)\}/g, '[$1]').replace(/(^|\s)~\s*/g, '$1')
}
