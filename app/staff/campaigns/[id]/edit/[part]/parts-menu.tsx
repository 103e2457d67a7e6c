import type { FieldFault } from '@/lib/content/fields/field-fault'
import { editorParts } from '@/lib/content/parts'

type Props = { campaign: string; at: string; faults: readonly FieldFault[] }

/** The parts of the text, each with how much is to mend before it can go live. */
export function PartsMenu({ campaign, at, faults }: Props) {
  return (
    <nav aria-label="Parts of the text">
      <ol className="flex flex-wrap gap-x-5">
        {editorParts.map(({ id, title }) => {
          const count = faults.filter(({ part }) => part === id).length
          return (
            <li key={id}>
              <a
                href={`/staff/campaigns/${campaign}/edit/${id}`}
                aria-current={id === at ? 'page' : undefined}
                className="link-plain inline-flex min-h-target items-center gap-1.5 aria-[current]:font-bold aria-[current]:no-underline"
              >
                {title}
                {count > 0 && (
                  <span className="bg-amber px-1.5 text-black">
                    {count}
                    <span className="sr-only"> to mend</span>
                  </span>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
