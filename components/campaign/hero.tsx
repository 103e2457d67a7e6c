import { counted, grouped } from '@/lib/kernel/text'
import { Progress } from '../ui/progress'

type Props = {
  title: string
  summary: string
  /** Letters or supporters so far, and the number that the campaign is after. */
  supporters: number
  goal: number
}

/** What is asked, of whom, and how many have asked it so far. */
export function Hero({ title, summary, supporters, goal }: Props) {
  return (
    <>
      <h1 className="text-poster">{title}</h1>
      <p className="mt-3 max-w-measure leading-[1.42] sm:mt-6 sm:text-lead">{summary}</p>
      <div className="mt-3 max-w-measure sm:mt-7">
        <Progress value={supporters} goal={goal}>
          {supporters > 0 ? (
            <span className="flex flex-wrap justify-between gap-x-2">
              <strong>{counted(supporters, 'person has', 'people have')} written</strong>{' '}
              <span className="text-note">goal {grouped(goal)}</span>
            </span>
          ) : (
            <strong>Be the first of {grouped(goal)} to write</strong>
          )}
        </Progress>
      </div>
    </>
  )
}
