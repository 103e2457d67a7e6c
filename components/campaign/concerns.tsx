import { Section } from '@/components/ui/section'
import type { CampaignContent } from '@/lib/content/content'
import { basisOf, creditOf } from '@/lib/content/source/source-words'
import { RichText, RichWords } from './rich-text'

type Props = Pick<CampaignContent, 'concerns' | 'source'> & { heading: string; story?: readonly string[] }

/** What is happening, or was: beside each statement where it is sourced, and what all of it rests on below. */
export function Concerns({ concerns, source, heading, story = [] }: Props) {
  const credit = creditOf(source)
  const basis = basisOf(source)
  return (
    <Section id="concerns" heading={heading}>
      {story.length > 0 && (
        <div className="mb-8 max-w-measure space-y-4">
          <RichText text={story} />
        </div>
      )}
      <ul>
        {concerns.map(({ id, title, text, citation }) => (
          <li key={id} className="grid gap-x-8 gap-y-2 border-t border-hair py-5 sm:grid-cols-[minmax(0,1fr)_11rem]">
            <div>
              <h3 className="text-h3">{title}</h3>
              <div className="mt-1.5 max-w-measure">
                <RichText text={text} />
              </div>
            </div>
            {citation && (
              <p className="text-muted sm:pt-[0.2em]">
                {credit && (
                  <>
                    <strong className="text-ink sm:block">{credit.name}</strong>
                    <span className="sm:hidden">, </span>
                    <time dateTime={credit.day}>{credit.date}</time>
                  </>
                )}
                <span className="block">{citation}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {(basis || source.note) && (
        <p className="mt-2 max-w-measure border-t border-hair pt-5">
          {basis} {source.note && <RichWords text={source.note} />}
        </p>
      )}
    </Section>
  )
}
