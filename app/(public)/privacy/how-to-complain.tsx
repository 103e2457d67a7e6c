import { Section } from '@/components/ui/section'
import { Unbroken } from '@/components/ui/unbroken'
import { nameAndAddress } from '@/lib/settings/name-and-address'
import type { Operator } from '@/lib/settings/operator'

type Props = { operator: Operator | null; contact: { email: string; page: string } }

/** Whom to complain to first, what the law asks of them, and who comes after. */
export function HowToComplain({ operator, contact }: Props) {
  const comesFirst = operator !== null || contact.email !== '' || contact.page !== ''
  return (
    <Section id="complain" heading="If something is wrong">
      <div className="max-w-measure space-y-3">
        {comesFirst && <First operator={operator} contact={contact} />}
        <p>
          <Unbroken>
            {comesFirst ? 'You can also complain to the regulator' : 'You can complain to the regulator'} of data
            protection in the United Kingdom: the Information Commission, which takes the place of the Information
            Commissioner’s Office (ICO), at
          </Unbroken>{' '}
          <a className="link" href="https://ico.org.uk/make-a-complaint/" rel="noopener">
            ico.org.uk
          </a>
          <span>.{comesFirst && ' It usually asks that you complain to whoever is responsible first.'}</span>
        </p>
      </div>
    </Section>
  )
}

function First({ operator, contact: { email, page } }: Props) {
  return (
    <>
      <p>
        <span>{`If you are not content with how your data are handled, complain to ${operator?.name ?? 'whoever runs this installation'} first: `}</span>
        {email && (
          <a className="link" href={`mailto:${email}`}>
            {email}
          </a>
        )}
        {email && page && <span>, or </span>}
        {page && (
          <a className="link" href={page} rel="noopener">
            {page.replace(/^https:\/\//, '')}
          </a>
        )}
        {operator && !email && !page && <span>{`in a letter to ${nameAndAddress(operator)}`}</span>}
        <span>.</span>
      </p>
      <p>
        <Unbroken>
          The law (section 164A of the Data Protection Act 2018) gives them 30 days to tell you that they have your
          complaint. They have to look into it, and to tell you without undue delay what came of it.
        </Unbroken>
      </p>
    </>
  )
}
