import { timeAndDate } from '@/lib/kernel/text'
import type { letterHistory } from '@/lib/letters/find'
import { historyWords, shownHistory } from './state-words'

/** What has happened with a letter, the earliest first. */
export function LetterHistory({ history }: { history: Awaited<ReturnType<typeof letterHistory>> }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="text-h2">
        What has happened
      </h2>
      <ol className="mt-2 border-t border-hair">
        {shownHistory(history).map(({ state, reason, at }) => (
          <li
            key={`${state} ${at.toISOString()}`}
            className="flex flex-wrap justify-between gap-x-6 border-b border-hair py-2"
          >
            <span>{historyWords(state, reason)}</span>
            <time dateTime={at.toISOString()} className="text-muted tabular-nums">
              {timeAndDate(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
