import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import { timeAndDate } from '@/lib/kernel/text'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  const { fault } = currentExchange()
  return { ...(fault && { title: words[fault.kind][0] }), robots: { index: false } }
}

/** Where the front leads a request that it refused: there is no other way here. */
export default function FaultPage() {
  const { fault, retryAt } = currentExchange()
  if (!fault) notFound()
  const [title, lead] = words[fault.kind]
  return (
    <PublicPage>
      <PageTitle lead={fault.message ?? lead}>{title}</PageTitle>
      {retryAt && (
        <p className="max-w-measure">
          <Unbroken>You can try again after {timeAndDate(retryAt)}.</Unbroken>
        </p>
      )}
      {!fault.kind.endsWith('-address') && (
        <p className="max-w-measure">Go back in your browser: what you typed is still there.</p>
      )}
      <ToCampaign />
    </PublicPage>
  )
}

const words = {
  'cross-site': [
    'This form came from another site',
    'For your safety we take forms from our own pages only. Nothing was sent or stored.',
  ],
  'too-large': ['That was too much text', 'A letter can have 10,000 characters. Nothing was sent or stored.'],
  'too-many': [
    'Too many tries',
    'Many requests came from your connection in a short time. Nothing was sent or stored.',
  ],
  'no-form': ['There is no form here', 'Nothing was sent or stored.'],
  unreadable: ['We could not read that form', 'Nothing was sent or stored.'],
  'bad-address': ['We could not read that address', 'It holds characters that no address of ours has.'],
  'long-address': ['That address is too long', 'Nothing of it was read.'],
  'not-allowed': ['You may not do that', 'Nothing was changed.'],
} as const
