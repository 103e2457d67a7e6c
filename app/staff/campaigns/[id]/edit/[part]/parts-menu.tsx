import type { FieldFault } from '@/lib/content/fields/field-fault'
import { editorParts } from '@/lib/content/parts'

type Props = { campaign: string; at: string; faults: readonly FieldFault[] }

/** The parts of the text, in the order in which they are written, each with how much is to mend before it can go live. */
export function PartsMenu({ campaign, at, faults }: Props) {
  return (
    <nav aria-label="Parts of the text">
      <ol className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-5">
        {editorParts.map(({ id, title }) => {
          const count = faults.filter(({ part }) => part === id).length
          return (
            <li key={id}>
              <a
                href={`/staff/campaigns/${campaign}/edit/${id}`}
                aria-current={id === at ? 'page' : undefined}
                className="link-plain inline-flex min-h-target items-center gap-1.5 aria-[current]:font-bold aria-[current]:no-underline lg:flex lg:border-l-[0.2222rem] lg:border-hair lg:pl-3 lg:aria-[current]:border-accent"
              >
                <span>{title}</span>
                {count > 0 && (
                  <span className="bg-amber px-1.5 text-black">
                    <span key={count}>{count}</span>
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

/** The way on from a part: the next in which something is to mend; where nothing is, the next of all, and then publishing. */
export function wayOn({ campaign, at, faults }: Props): { href: string; label: string } {
  const place = editorParts.findIndex(({ id }) => id === at)
  const round = [...editorParts.slice(place + 1), ...editorParts.slice(0, place)]
  const missing = round.find(({ id }) => faults.some(({ part }) => part === id))
  const next = missing ?? (faults.length === 0 ? editorParts[place + 1] : undefined)
  return next
    ? { href: `/staff/campaigns/${campaign}/edit/${next.id}`, label: `Next: ${next.title}` }
    : { href: `/staff/campaigns/${campaign}/publish`, label: 'Next: Publish' }
}
