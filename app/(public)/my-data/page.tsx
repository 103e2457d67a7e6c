import type { Metadata } from 'next'
import { currentExchange } from '@/app/_server/exchange'
import { posted } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { ForgetQuery } from '@/components/letter/forget-query'
import { AskedTooOften } from '@/components/ui/asked-too-often'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { TextField } from '@/components/ui/typing/text-field'
import { form } from './form'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your data', robots: { index: false } }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

/** Asks for the e-mail to which the link to a person's data goes. */
export default async function MyDataPage({ searchParams }: Props) {
  const left = posted(form)
  const { done } = await searchParams
  return (
    <PublicPage>
      <ErrorSummary faults={left?.faults ?? []} />
      {!left && done === 'sent' && (
        <Notice look="done" heading="Check your e-mail">
          <p>
            If we hold anything under that address, a link to it is on its way there. It works for one day. One address
            gets only a few such e-mails an hour and a day, and none where its owner has asked us to send no more.
          </p>
        </Notice>
      )}
      {!left && done && <ForgetQuery />}
      {!left && done === 'erased' && (
        <Notice look="done" heading="Everything is erased">
          <p>
            We hold nothing any more about the address that the link went to. If you have written with another, ask for
            its link here.
          </p>
          <ToCampaign />
        </Notice>
      )}
      {left?.done === 'soon' && <AskedTooOften retryAt={currentExchange().retryAt} />}
      <PageTitle lead="See everything that we hold about you, take a copy, or have it erased.">Your data</PageTitle>
      <form id="my-data-form" method="post" noValidate action="/my-data" className="space-y-6">
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="The one that you wrote with. We send a link there, so that nobody else can see your data."
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={left?.values.email}
          error={left?.faults[0]?.message}
        />
        <Button>Send me the link</Button>
      </form>
    </PublicPage>
  )
}
