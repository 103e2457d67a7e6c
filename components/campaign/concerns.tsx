import { Details } from '@/components/ui/details'
import { Section } from '@/components/ui/section'
import { Unbroken } from '@/components/ui/unbroken'
import type { CampaignContent } from '@/lib/content/content'
import { basisOf, creditOf } from '@/lib/content/source/source-words'
import { RichText, RichWords } from './rich-text'

type Props = Pick<CampaignContent, 'concerns' | 'source'> & { heading: string; story?: readonly string[] }

/**
 * What is happening, or was, and what all of it rests on. Each statement opens under its title, with where it is
 * sourced beside it; of a long story the first paragraph stands open.
 */
export function Concerns({ concerns, source, heading, story = [] }: Props) {
  const credit = creditOf(source)
  const basis = basisOf(source)
  const [first, ...rest] = story
  return (
    <Section id="concerns" heading={heading}>
      {first && (
        <div className="max-w-measure">
          <RichText text={first} />
        </div>
      )}
      {rest.length > 0 && (
        <Details look="plain" summary="Read the whole story">
          <div className="max-w-measure space-y-4">
            <RichText text={rest} />
          </div>
        </Details>
      )}
      {concerns.length > 0 && (
        <div className="mt-3 border-t border-hair">
          {concerns.map(({ id, title, text, citation }) => (
            <Details key={id} summary={title}>
              <RichText text={text} />
              {citation && (
                <p className="text-muted">
                  {credit && (
                    <>
                      <strong className="text-ink">{credit.name}</strong>,{' '}
                      <time dateTime={credit.day}>
                        <Unbroken>{credit.date}</Unbroken>
                      </time>
                    </>
                  )}
                  <span className="block">{citation}</span>
                </p>
              )}
            </Details>
          ))}
        </div>
      )}
      {basis && (
        <p className="mt-4 max-w-measure">
          <Unbroken>{basis}</Unbroken>
        </p>
      )}
      {source.note && (
        <Details look="plain" summary="What to know of the source">
          <p className="max-w-measure">
            <RichWords text={source.note} />
          </p>
        </Details>
      )}
    </Section>
  )
}
