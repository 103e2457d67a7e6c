import { Details } from '@/components/ui/details'
import { Section } from '@/components/ui/section'
import type { CampaignContent } from '@/lib/content/content'

type Quote = NonNullable<CampaignContent['quotes']>[number]

/** So many stand open; the others open under a title. */
const OPEN = 2

/** What supporters have said and let us show. */
export function Quotes({ quotes = [], heading = 'In their own words' }: { quotes?: Quote[]; heading?: string }) {
  if (quotes.length === 0) return null
  const more = quotes.slice(OPEN)
  return (
    <Section id="quotes" heading={heading}>
      <List quotes={quotes.slice(0, OPEN)} />
      {more.length > 0 && (
        <Details look="plain" summary={more.length === 1 ? 'One more' : `${more.length} more`}>
          <List quotes={more} />
        </Details>
      )}
    </Section>
  )
}

function List({ quotes }: { quotes: readonly Quote[] }) {
  return (
    <ul className="max-w-measure space-y-5">
      {quotes.map(({ id, text, who, place }) => (
        <li key={id}>
          <figure className="border-l-[0.3333rem] border-accent pl-4">
            <blockquote className="font-serif text-lead">
              <p>“{text}”</p>
            </blockquote>
            <figcaption className="mt-1 text-muted">
              <strong className="text-ink">{who}</strong>
              {place && <span>{`, ${place}`}</span>}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}
