import { Details } from '@/components/ui/details'
import type { FieldFault } from '@/lib/content/fields/field-fault'

/** What would make a part better, and does not keep it from going live. */
export function Advice({ findings }: { findings: readonly FieldFault[] }) {
  if (findings.length === 0) return null
  return (
    <Details look="plain" summary={`Advice on the letters (${findings.length})`}>
      <ul className="max-w-measure list-[square] space-y-1 pl-5">
        {findings.map(({ field, message }) => (
          <li key={field + message}>
            <a className="link" href={`#${field}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
}
