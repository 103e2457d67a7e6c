import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'

type Props = {
  /** What is asked, of whom, and how many have asked it: `Hero`. */
  hero: ReactNode
  /** `PostcodeForm`; on a wide screen it stays beside the text as one scrolls. */
  form: ReactNode
  /** Whether there is a form to go back to. */
  canWrite: boolean
  /** The sections of the page. */
  children: ReactNode
}

/** A campaign's page: the headline, the form, the reasons. On a phone in that order, on a wide screen side by side. */
export function CampaignLayout({ hero, form, canWrite, children }: Props) {
  return (
    <div className="campaign-layout">
      <div className="campaign-hero">{hero}</div>
      <div className="campaign-form">{form}</div>
      <div className="campaign-reasons">
        <div className="space-y-10 sm:space-y-20">{children}</div>
        {canWrite && (
          <div className="way-back print:hidden">
            <div>
              <ButtonLink href="#postcode" className="w-full">
                Find your MP
              </ButtonLink>
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
