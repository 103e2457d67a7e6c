import { drawnMeasures } from '@/lib/figures/dashboard/series'
import type { Sums } from '@/lib/figures/dashboard/sums'
import { grouped } from '@/lib/kernel/text'
import { drawnOf, labelOf, measured } from './course'
import { type Asked, addressOf } from './view'

/** `isWhole`: the span before can be compared with this one. `unknown`: what was not counted in this one. */
type Props = { asked: Asked; now: Sums; before: Sums; isWhole: boolean; unknown: readonly string[] }

/** The figures of the span beside those of the one before; each leads to its course. */
export function Tiles({ asked, now, before, isWhole, unknown }: Props) {
  const drawn = drawnOf(asked)
  return (
    <ul className="grid grid-cols-2 border-l-2 border-t-2 border-edge sm:grid-cols-3 lg:grid-cols-6">
      {drawnMeasures.map((name) => {
        const isDrawn = name === drawn
        const [count, was] = [now[measured[name]], before[measured[name]]]
        return (
          <li key={name} className="border-b-2 border-r-2 border-edge">
            <a
              href={addressOf(asked, { drawn: name })}
              aria-current={isDrawn ? 'true' : undefined}
              className={`block h-full px-3 py-2 no-underline hover:bg-accent-wash ${isDrawn ? 'bg-accent-wash shadow-[inset_0_4px_0_var(--amber)]' : ''}`}
            >
              <span className="block leading-snug">{labelOf(name)}</span>
              <span className="block text-h2 tabular-nums">
                {unknown.includes(measured[name]) ? <span className="text-base">not known</span> : grouped(count)}
              </span>
              <span className="block leading-snug text-muted">{changeWords(count, was, isWhole)}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** How a figure stands beside the one before; no percentage of next to nothing, nor of a span that was not whole. */
function changeWords(count: number, before: number, isWhole: boolean): string {
  if (!isWhole || before < 10) return before === 0 ? 'none before' : `before: ${grouped(before)}`
  const change = Math.round(((count - before) / before) * 100)
  if (change === 0) return `as before: ${grouped(before)}`
  return `${change > 0 ? '+' : '−'}${grouped(Math.abs(change))}%, before: ${grouped(before)}`
}
