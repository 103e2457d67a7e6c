import { Details } from '@/components/ui/details'
import { Unbroken } from '@/components/ui/unbroken'
import type { LogoOnPage } from '@/lib/settings/logo-on-page'
import { LogoImage } from './logo-image'

export type Operator = { name: string; address: string; email: string }

type Props = {
  /** Who runs the installation; `null` until someone is named. */
  operator: Operator | null
  /** Their logo. */
  logo?: LogoOnPage | null
  /** Where the source code is offered; `null` until the operator says. */
  sourceUrl: string | null
  /** Sources of data and their licences, a sentence each, as their owners word them. */
  attributions: readonly string[]
}

/** The end of every page: the imprint that campaign material carries, what is kept, and where the data comes from. */
export function SiteFooter({ operator, logo, sourceUrl, attributions }: Props) {
  return (
    <footer className="bg-board text-on-board print:hidden">
      <div className="mx-auto grid max-w-page gap-x-12 gap-y-5 px-4 py-8 sm:px-8 sm:py-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="max-w-measure space-y-3">
          {operator && logo && (
            <div className="logo-on-board">
              <LogoImage logo={logo} alt="" />
            </div>
          )}
          <Imprint operator={operator} />
          {attributions.length > 0 && (
            <Details look="on-board" summary="Where our data comes from">
              {attributions.map((words) => (
                <p key={words} className="text-note">
                  {words}
                </p>
              ))}
            </Details>
          )}
        </div>
        <nav aria-label="About this site">
          <ul className="-mt-2">
            <FooterLink href="/privacy">What we keep, and for how long</FooterLink>
            <FooterLink href="/my-data">Your data: get it or erase it</FooterLink>
            <FooterLink href="/accessibility">Accessibility</FooterLink>
            {sourceUrl && <FooterLink href={sourceUrl}>Source code (AGPL-3.0-or-later)</FooterLink>}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

function Imprint({ operator }: { operator: Operator | null }) {
  if (!operator)
    return <p className="font-semibold">Nobody is named yet as running this site, so it sends no real mail.</p>
  return (
    <p>
      Promoted by <strong>{operator.name}</strong>
      <Unbroken>{operator.address && `, ${operator.address}`}</Unbroken>.{' '}
      {operator.email && (
        <a href={`mailto:${operator.email}`} className="link-plain">
          {operator.email}
        </a>
      )}
    </p>
  )
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a href={href} className="link-plain inline-flex min-h-target items-center">
        {children}
      </a>
    </li>
  )
}
