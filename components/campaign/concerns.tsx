import { Section } from '@/components/ui/section'
import type { CampaignContent } from '@/lib/content/content'
import { longDate } from '@/lib/kernel/text'
import { RichText, RichWords } from './rich-text'

type Props = Pick<CampaignContent, 'concerns' | 'source'> & { heading?: string; story?: readonly string[] }

/** What is happening, each statement with who stated it, and when, beside it. */
export function Concerns({ concerns, source, heading = 'What is happening', story = [] }: Props) {
  const date = longDate(new Date(source.date))
  return (
    <Section id="concerns" heading={heading}>
      {story.length > 0 && (
        <div className="mb-8 max-w-measure space-y-4">
          <RichText text={story} />
        </div>
      )}
      <ul>
        {concerns.map(({ id, title, text, citation }) => (
          <li key={id} className="grid gap-x-8 gap-y-2 border-t border-hair py-5 sm:grid-cols-[1fr_11rem]">
            <div>
              <h3 className="text-h3">{title}</h3>
              <div className="mt-1.5 max-w-measure">
                <RichText text={text} />
              </div>
            </div>
            <p className="text-muted sm:pt-[0.2em]">
              <strong className="text-ink sm:block">{source.shortName}</strong>
              <span className="sm:hidden">, </span>
              <time dateTime={source.date}>{date}</time>
              {citation && <span className="block">{citation}</span>}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-measure border-t border-hair pt-5">
        Based on a statement by {source.organisation} ({source.shortName}) of {date}, “{source.title}”.{' '}
        <RichWords text={source.note} />
      </p>
    </Section>
  )
}
