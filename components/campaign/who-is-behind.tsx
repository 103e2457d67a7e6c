import { Section } from '@/components/ui/section'
import { Unbroken } from '@/components/ui/unbroken'
import type { CampaignContent } from '@/lib/content/content'
import { contactsHeading, relationOf } from '@/lib/content/source/source-words'
import type { Operator } from './site-footer'

type Props = Pick<CampaignContent, 'contacts' | 'source'> & { operator: Operator | null; heading?: string }

/** Who runs the campaign, how it stands to whoever made its source, and whom the press can ring. */
export function Behind({ contacts, source, operator, heading = 'Who is behind this' }: Props) {
  const relation = relationOf(source, operator !== null)
  return (
    <Section id="behind" heading={heading}>
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <div className="space-y-3">
          <h3 className="text-h3">This site</h3>
          {operator ? (
            <p>
              Run by <strong>{operator.name}</strong>
              <Unbroken>{operator.address && `, ${operator.address}`}</Unbroken>.
              {operator.email && (
                <>
                  {' '}
                  Write to{' '}
                  <a href={`mailto:${operator.email}`} className="link">
                    {operator.email}
                  </a>
                  .
                </>
              )}
            </p>
          ) : (
            <p>Nobody is named yet as running this site, so it sends no real mail.</p>
          )}
          {relation && <p>{relation}</p>}
        </div>
        {contacts.length > 0 && (
          <div className="space-y-3">
            <h3 className="text-h3">{contactsHeading(source)}</h3>
            <ul>
              {contacts.map(({ name, phone }) => (
                <li key={name} className="flex flex-wrap items-center gap-x-3">
                  <strong>{name}</strong>{' '}
                  <a
                    href={`tel:${telephone(phone)}`}
                    className="link inline-flex min-h-target items-center tabular-nums"
                  >
                    {phone}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  )
}

/** As a telephone dials it from anywhere: no spaces, and "(0)" only where the number starts with it. */
function telephone(printed: string): string {
  const digits = printed.replace(/\D/g, '')
  return digits.startsWith('0') ? `+44${digits.slice(1)}` : `+${digits}`
}
