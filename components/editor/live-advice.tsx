'use client'

import { Details } from '@/components/ui/details'
import { type Advised, type Seen, useSeen } from './seen'

const adviceOf = ({ advice }: Seen) => advice
/** Enough to know where one is. */
const AROUND = 60

/** What would make a part better, and does not keep it from going live; follows what is typed where scripts run. */
export function LiveAdvice({ advice: first }: { advice: readonly Advised[] }) {
  const advice = useSeen(first, adviceOf)
  if (advice.length === 0) return null
  return (
    <Details look="plain" summary={<span key={advice.length}>{`Advice on the letters (${advice.length})`}</span>}>
      <ul className="max-w-measure list-[square] space-y-3 pl-5 wrap-anywhere">
        {advice.map(({ field, message, both }) => (
          <li key={field + message}>
            <a className="link" href={`#${field}`}>
              {message}
            </a>
            {both?.map(({ name, before, shared, after }) => (
              <p key={name} className="mt-1.5 text-note">
                <strong>{`${name}:`}</strong>{' '}
                <span>{before.length > AROUND ? `… ${before.slice(-AROUND)}` : before}</span>
                <mark className="bg-amber text-black">
                  <span className="sr-only">In both: </span>
                  <span>{shared}</span>
                  <span className="sr-only"> (so far in both)</span>
                </mark>
                <span>{after.length > AROUND ? `${after.slice(0, AROUND)} …` : after}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Details>
  )
}
