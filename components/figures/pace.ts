import { grouped } from '@/lib/kernel/text'

const LEAST = 10
/** One in so many of all: below that, a number would only say how quiet it is. */
const ONE_IN = 200

/** How many came in the last day, where that says something: `null` for few, and for everybody that there is. */
export function paceWords({ supporters, lastDay }: { supporters: number; lastDay: number }): string | null {
  if (lastDay < LEAST || lastDay >= supporters || lastDay * ONE_IN < supporters) return null
  return `${grouped(lastDay)} in the last 24 hours`
}
