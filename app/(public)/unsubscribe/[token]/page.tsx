import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { posted, publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { campaignSlugOf } from '@/lib/content/find-campaign'
import { findLinkedLetter } from '@/lib/letters/find'
import { form } from './form'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'No more e-mails', robots: { index: false } }

/** The way out of reminders, questions and updates. Opening the link ends nothing, since scanners open links; the button does. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const ctx = publicContext()
  const { letter } = await findLinkedLetter(ctx, 'unsubscribe', token)
  if (!letter) notFound()
  const done = letter.unsubscribedAt !== null || posted(form)?.done === 'stopped'
  if (done) {
    return (
      <PublicPage>
        <PageTitle>You get no more of these e-mails</PageTitle>
        <Notice look="done">
          <p>
            No reminders, no questions about a reply, and no updates. If your letter could not be delivered, we still
            tell you so.
          </p>
        </Notice>
        <p>
          <a className="link" href="/my-data">
            Get a copy of your data, or have it erased
          </a>
        </p>
        <ToCampaign slug={await campaignSlugOf(ctx, letter.campaignId)} />
      </PublicPage>
    )
  }
  return (
    <PublicPage>
      <PageTitle lead="This ends reminders, questions about a reply, and updates. If your letter cannot be delivered, we still tell you so.">
        No more e-mails?
      </PageTitle>
      <form id="unsubscribe-form" method="post" action={`/unsubscribe/${token}`}>
        <Button>Send me no more of these</Button>
      </form>
    </PublicPage>
  )
}
