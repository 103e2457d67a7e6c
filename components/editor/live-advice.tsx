'use client'

import { Details } from '@/components/ui/details'
import { type Advised, type Seen, useSeen } from './seen'
import { SharedWords } from './shared-words'

const adviceOf = ({ advice }: Seen) => advice

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
            {both && <SharedWords both={both} />}
          </li>
        ))}
      </ul>
    </Details>
  )
}
