'use client'

import { ChangingText } from '@/components/ui/changing-text'
import { Progress } from '@/components/ui/progress'
import { counted, grouped } from '@/lib/kernel/text'
import type { Totals } from './live-feed'
import { useLiveFigures } from './live-figures'
import { paceWords } from './pace'

/** How many have written, on the way to the goal, and lately: all move on by themselves where scripts run. */
export function LiveProgress({ slug, figures }: { slug: string; figures: Totals }) {
  const { supporters, goal, lastDay } = useLiveFigures(slug, figures)
  const pace = paceWords({ supporters, lastDay })
  return (
    <Progress value={supporters} goal={goal}>
      {supporters > 0 ? (
        <span className="flex flex-wrap justify-between gap-x-2">
          <strong>
            <ChangingText>{`${counted(supporters, 'person has', 'people have')} written`}</ChangingText>
          </strong>
          <span className="text-note">
            <ChangingText>{`goal ${grouped(goal)}`}</ChangingText>
          </span>
          {pace && (
            <span className="w-full text-note leading-snug">
              <ChangingText>{pace}</ChangingText>
            </span>
          )}
        </span>
      ) : (
        <strong>
          <ChangingText>{`Be the first of ${grouped(goal)} to write`}</ChangingText>
        </strong>
      )}
    </Progress>
  )
}
