'use client'

import { ChangingText } from '@/components/ui/changing-text'
import { Progress } from '@/components/ui/progress'
import { counted, grouped } from '@/lib/kernel/text'
import type { Totals } from './live-feed'
import { useLiveFigures } from './live-figures'
import { paceWords } from './pace'

type Props = {
  slug: string
  figures: Totals
  /** Nobody is asked to be the first while nobody can be. */
  canWrite: boolean
}

/** How many have written, on the way to the goal, and lately: all move on by themselves where scripts run. */
export function LiveProgress({ slug, figures, canWrite }: Props) {
  const { supporters, goal, lastDay } = useLiveFigures(slug, figures)
  const pace = paceWords({ supporters, lastDay })
  return (
    <Progress value={supporters} goal={goal}>
      {supporters > 0 ? (
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          {/* A line of its own where the goal may or may not fit beside it, as the font that has arrived is wide. */}
          <strong className={pace || supporters >= 1000 ? 'w-full' : ''}>
            <ChangingText>{`${counted(supporters, 'person has', 'people have')} written`}</ChangingText>
          </strong>
          {pace && (
            <span className="text-note leading-snug">
              <ChangingText>{pace}</ChangingText>
            </span>
          )}
          <span className="text-note leading-snug">
            <ChangingText>{`goal ${grouped(goal)}`}</ChangingText>
          </span>
        </span>
      ) : (
        <strong>
          <ChangingText>{canWrite ? `Be the first of ${grouped(goal)} to write` : 'Nobody has written'}</ChangingText>
        </strong>
      )}
    </Progress>
  )
}
