'use client'

import { type PointerEvent, type ReactNode, useState, useSyncExternalStore } from 'react'
import { grouped } from '@/lib/kernel/text'

type Props = {
  title: string
  labels: readonly string[]
  lines: readonly { name: string; values: readonly (number | null)[] }[]
  /** Where each moment stands, from 0 to 1. */
  places: readonly number[]
  start: number
  isUnfinished: boolean
  children: ReactNode
}

/**
 * Says the values of a moment in one place above the chart: of the latest, until a pointer, a finger or the arrow keys
 * choose another. Without scripts the latest stays, and the table has the rest. Its parts stand in the grid around it.
 */
export function ChartReader({ title, labels, lines, places, start, isUnfinished, children }: Props) {
  const [chosen, setChosen] = useState<number | null>(null)
  const withScripts = useSyncExternalStore(unchanging, isHere, isNotHere)
  const at = Math.min(chosen ?? start, labels.length - 1)
  const words = wordsAt(at)

  function wordsAt(index: number): string {
    const told = lines.flatMap(({ name, values }) => {
      const value = values[index]
      return value === null || value === undefined ? [] : [`${name} ${grouped(Math.round(value))}`]
    })
    const isOpen = isUnfinished && index === (lines[0]?.values.findLastIndex((value) => value !== null) ?? -1)
    return [`${labels[index] ?? ''}${isOpen ? ', so far' : ''}`, ...told].join(' · ')
  }

  function point({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
    const { left, width } = currentTarget.getBoundingClientRect()
    const where = (clientX - left) / width
    let nearest = 0
    for (const [index, place] of places.entries()) {
      if (Math.abs(place - where) < Math.abs((places[nearest] ?? 0) - where)) nearest = index
    }
    setChosen(nearest)
  }

  return (
    <>
      <p className="col-span-2 row-start-1 min-h-[3em] pb-4 font-semibold tabular-nums sm:min-h-0">
        <span key={words}>{words}</span>
      </p>
      <div
        className="relative col-start-2 row-start-2 touch-pan-y has-focus-visible:outline-4 has-focus-visible:outline-offset-4 has-focus-visible:outline-amber"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setChosen(null)}
      >
        {children}
        {chosen !== null && (
          <svg
            className="pointer-events-none absolute inset-0 size-full overflow-visible"
            aria-hidden="true"
            focusable="false"
          >
            <line
              x1={`${(places[at] ?? 0) * 100}%`}
              x2={`${(places[at] ?? 0) * 100}%`}
              y1="0"
              y2="100%"
              className="chart-here"
            />
          </svg>
        )}
        {withScripts && labels.length > 1 && (
          <input
            type="range"
            min={0}
            max={labels.length - 1}
            value={at}
            aria-label={`Read off: ${title}`}
            aria-valuetext={words}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
            className="pointer-events-none absolute inset-0 size-full opacity-0"
          />
        )}
      </div>
    </>
  )
}

function unchanging() {
  return () => {}
}
function isHere() {
  return true
}
function isNotHere() {
  return false
}
