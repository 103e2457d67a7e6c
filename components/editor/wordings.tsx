'use client'

import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ChangingText } from '@/components/ui/changing-text'
import { FieldError } from '@/components/ui/field'
import { TextArea } from '@/components/ui/typing/text-area'
import type { EditorField } from '@/lib/content/parts/field'
import { type BoxChange, boxesFor, changeBoxes, paragraphsIn } from '@/lib/content/wordings/boxes'
import { Alternatives } from './alternatives'
import { Counted } from './counted'
import { type Advised, type Seen, useSeen } from './seen'
import { SharedWords } from './shared-words'

type Props = {
  field: EditorField
  name: string
  texts: readonly string[]
  /** What is wrong, by the id of the field or of one of its boxes. */
  errors: Readonly<Record<string, string>>
  /** What would make them better, of all that is on the page. */
  advice: readonly Advised[]
}

/** A box for a wording; `id` is its own, whatever place it has. */
type Box = { id: number; text: string }

const adviceOf = ({ advice }: Seen) => advice

/**
 * The wordings of one slot of a letter, a box for each. Boxes are added, moved, doubled and taken out in place where
 * scripts run, and by the form's own buttons where they do not; paragraphs that are pasted fall into a box each.
 */
export function Wordings({ field, name, texts, errors, advice: first }: Props) {
  const next = useRef(0)
  const fresh = (text: string): Box => ({ id: next.current++, text })
  const [boxes, setBoxes] = useState(() =>
    boxesFor(texts, { optional: field.optional === true }).map((text, id): Box => ({ id, text })),
  )
  const [gone, setGone] = useState<{ box: Box; at: number } | null>(null)
  const [focused, setFocused] = useState<{ at: number } | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const advice = useSeen(first, adviceOf)
  const one = field.one ?? oneOf(field.label)
  const error = errors[name]
  if (next.current === 0) next.current = boxes.length

  // What a box came to is saved as what is typed is, and the one that it is about has the focus.
  useEffect(() => {
    if (!focused) return
    list.current?.dispatchEvent(new Event('input', { bubbles: true }))
    list.current?.querySelectorAll('textarea')[focused.at]?.focus()
  }, [focused])

  const typed = (at: number) => list.current?.querySelectorAll('textarea')[at]?.value ?? ''
  const change = (what: BoxChange, at: number) => {
    const made = changeBoxes(boxes, what, at, (of) => fresh(of ? typed(at) : ''))
    const box = boxes[at]
    setGone(what === 'remove' && box && typed(at).trim() ? { box: fresh(typed(at)), at } : null)
    setBoxes(made)
    setFocused({
      at:
        what === 'add'
          ? made.length - 1
          : what === 'copy' || what === 'down'
            ? at + 1
            : what === 'up'
              ? at - 1
              : Math.min(at, made.length - 1),
    })
  }
  const paste = (event: ClipboardEvent, at: number) => {
    const pasted = paragraphsIn(event.clipboardData.getData('text/plain'))
    if (pasted.length < 2) return
    event.preventDefault()
    const now = boxes.map((box, place) => ({ ...box, text: typed(place) }))
    // Into this box where it is empty, and after it where it is not; empty boxes behind it make room.
    const from = now[at]?.text.trim() ? at + 1 : at
    let room = 0
    while (room < pasted.length && now[from + room]?.text.trim() === '') room += 1
    setBoxes(now.toSpliced(from, room, ...pasted.map(fresh)))
    setFocused({ at: from + pasted.length - 1 })
  }
  return (
    <fieldset id={name} tabIndex={-1} className={error ? 'border-l-[0.3333rem] border-fault pl-4' : undefined}>
      <legend className="text-h3">
        <span>{field.label}</span>
        {field.optional && <span className="font-normal tracking-normal text-muted"> (optional)</span>}
      </legend>
      <p className="mt-1 max-w-measure text-muted">{field.hint}</p>
      {error && <FieldError id={name} message={error} />}
      <ol ref={list} className="mt-3 space-y-4">
        {boxes.map(({ id, text }, at) => {
          const place = `${name}.${at}`
          return (
            <li key={id} onPaste={(event) => paste(event, at)}>
              <TextArea
                name={name}
                id={place}
                label={`${one} ${at + 1}`}
                error={errors[place]}
                rows={2}
                defaultValue={text}
              />
              <div className="flex max-w-measure flex-wrap items-center justify-between gap-x-5">
                <Counted field={place} text={text} most={field.most} words longest />
                <span className="flex flex-wrap gap-x-5">
                  {DOINGS.filter(({ what }) => !isOff(what, at, boxes.length)).map(({ what, label }) => (
                    <Press
                      key={what}
                      value={`${what}-wording:${name}:${at}`}
                      onPress={() => change(what, at)}
                      label={label}
                      whose={`${one.toLowerCase()} ${at + 1}`}
                    />
                  ))}
                </span>
              </div>
              <Alternatives field={place} text={text} many="one" label={`${one.toLowerCase()} ${at + 1}`} />
              {advice
                .filter((each) => each.field === place)
                .map(({ message, both }) => (
                  <div key={message} className="mt-1 max-w-measure border-l-[0.3333rem] border-amber pl-4 text-note">
                    <ChangingText>{message}</ChangingText>
                    {both && <SharedWords both={both} />}
                  </div>
                ))}
            </li>
          )
        })}
      </ol>
      <div className="flex flex-wrap items-center gap-x-6">
        <Press
          value={`add-wording:${name}`}
          onPress={() => change('add', boxes.length)}
          label={boxes.length === 0 ? `Add a first ${one.toLowerCase()}` : `Add another ${one.toLowerCase()}`}
        />
        <p aria-live="polite" className="flex flex-wrap items-center gap-x-3">
          {gone && (
            <>
              <ChangingText>{`${one} ${gone.at + 1} is taken out.`}</ChangingText>
              <Button
                look="quiet"
                type="button"
                onClick={() => {
                  setBoxes(boxes.toSpliced(gone.at, 0, gone.box))
                  setGone(null)
                  setFocused({ at: gone.at })
                }}
              >
                Put it back
              </Button>
            </>
          )}
        </p>
      </div>
    </fieldset>
  )
}

const DOINGS = [
  { what: 'up', label: 'Move up' },
  { what: 'down', label: 'Move down' },
  { what: 'copy', label: 'Duplicate' },
  { what: 'remove', label: 'Remove' },
] as const

/** Nothing moves beyond the ends. */
function isOff(what: BoxChange, at: number, boxes: number): boolean {
  return (what === 'up' && at === 0) || (what === 'down' && at === boxes - 1)
}

type PressProps = { value: string; onPress: () => void; label: string; whose?: string }

/** A button that does in place what its form does where no script runs. */
function Press({ value, onPress, label, whose }: PressProps) {
  return (
    <Button
      look="quiet"
      name="change"
      value={value}
      onClick={(event) => {
        event.preventDefault()
        onPress()
      }}
    >
      <span key={label}>{label}</span>
      {whose && (
        <span key={whose} className="sr-only">
          {` ${whose}`}
        </span>
      )}
    </Button>
  )
}

/** "Opening" of "Openings". */
function oneOf(label: string): string {
  return label.replace(/s$/, '')
}
