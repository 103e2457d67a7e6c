import type { Metadata } from 'next'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { namedOperator } from '@/lib/settings/operator'
import { MEASURED } from './measured'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Accessibility' }

/** What was tested, and how. */
export default async function AccessibilityPage() {
  const operator = await namedOperator(publicContext())
  return (
    <PublicPage>
      <PageTitle lead="Everyone should be able to write to their MP. We aim at the Web Content Accessibility Guidelines 2.2, level AA.">
        Accessibility
      </PageTitle>
      <Section id="tested" heading="What is tested">
        <ul className="max-w-measure list-disc space-y-2 pl-6">
          <li>
            Every page and every state of the way from the postcode to the letter, with axe, on a phone’s and on a
            desk’s screen, in light and dark.
          </li>
          <li>The whole way by keyboard alone.</li>
          <li>The whole way with scripts switched off.</li>
          <li>No page reaches beyond a screen that is {MEASURED.narrowest} pixels wide.</li>
          <li>
            The contrast of every colour that text has, on every ground that it stands on, in light and dark: at least{' '}
            {MEASURED.contrast} to 1.
          </li>
          <li>
            The sizes: text has {MEASURED.text} pixels and notes {MEASURED.leastText}, unless you have asked your
            browser for another size, which the pages follow. Buttons and fields are at least {MEASURED.control} pixels
            high, as are the links that stand by themselves in a list.
          </li>
        </ul>
        <p className="mt-4 max-w-measure">
          These tests run with every change. They are automatic: the pages have not yet been tried with people who use
          screen readers every day.
        </p>
      </Section>
      <Section id="tell" heading="If something stands in your way">
        <p className="max-w-measure">
          {operator?.email ? (
            <>
              Please write to{' '}
              <a className="link" href={`mailto:${operator.email}`}>
                {operator.email}
              </a>
              , and say what you tried to do and with what.
            </>
          ) : (
            'Nobody is named yet to whom you could write.'
          )}
        </p>
      </Section>
    </PublicPage>
  )
}
