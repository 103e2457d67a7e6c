import type { Advised } from '@/lib/campaigns/publishing/checks-before-publishing'
import type { FieldFault } from '@/lib/content/fields/field-fault'

type Props = { campaign: string; faults: readonly FieldFault[]; advice: readonly Advised[] }

/** What keeps a text from going live and what would make it better, each with the way to where it is written. */
export function Findings({ campaign, faults, advice }: Props) {
  if (faults.length + advice.length === 0) {
    return <p>Nothing stands out: lengths, wordings and reading age are as they should be.</p>
  }
  const all = [
    ...faults.map((fault) => ({ ...fault, weight: 'To mend' })),
    ...advice.map((each) => ({ ...each, weight: 'To think about' })),
  ]
  return (
    <ul className="max-w-measure list-disc space-y-1 pl-6 wrap-anywhere">
      {all.map(({ weight, part, field, message }) => (
        <li key={field + message}>
          <strong>{weight}:</strong>{' '}
          <a className="link" href={`/staff/campaigns/${campaign}/edit/${part}#${field}`}>
            {message}
          </a>
        </li>
      ))}
    </ul>
  )
}
