import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { longDate } from '@/lib/kernel/text'
import { mpRecord } from '@/lib/letters/proof/mp-record'
import { postcodeWords, proofTitle } from '@/lib/letters/proof/placing-words'
import { type Proof, proofOf } from '@/lib/letters/proof/proof'
import { shareInNumbers } from '@/lib/writing/originality/share-for-an-office'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Check a letter', robots: { index: false } }

/** What the MP's office can see of a letter: that a campaign helped, where its writer lives as far as is known, and how much is their own. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const ctx = publicContext()
  const { token } = await params
  const link = await readLink(ctx, 'verify', token)
  const proof = link?.letterId ? await proofOf(ctx, link.letterId) : null
  if (!proof) notFound()
  const record = link?.letterId ? await mpRecord(ctx, link.letterId) : null
  return (
    <PublicPage>
      <PageTitle lead={`The letter to ${addressedTo(proof)}, sent on ${longDate(proof.sentAt)}.`}>
        {proof.notGenuine ? 'A letter that is not thought genuine' : proofTitle(proof.placing, proof.constituency)}
      </PageTitle>
      {proof.notGenuine && (
        <Notice look="held" heading="No real person may stand behind it">
          <p>
            Since it was sent, whoever runs this site has marked this letter as not genuine. It is in none of their
            figures. What stands below is what was found when it was sent.
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'E-mail', value: `Confirmed by its owner on ${longDate(proof.confirmedAt)}` },
          { term: 'Postcode', value: whatWasFound(proof) },
          {
            term: 'Campaign',
            value: (
              <>
                Written with the help of{' '}
                <a className="link" href={`/campaigns/${proof.campaign.slug}`}>
                  “{proof.campaign.title}”
                </a>
              </>
            ),
          },
          { term: 'Own words', value: shareInNumbers(proof.ownShare) },
        ]}
      />
      {record && (
        <p>
          <a className="link font-semibold" href={`/verify/${token}/constituents`}>
            How many constituents have written on this
          </a>
        </p>
      )}
      <Notice heading="Nothing else is shown here">
        <p>
          Who wrote, and what, stands in the letter itself. To answer, reply to it: the answer goes to the writer
          directly.
        </p>
      </Notice>
    </PublicPage>
  )
}

function addressedTo({ mp, constituency }: Proof): string {
  return mp ? `${mp.name} MP, for ${constituency}` : `the MP for ${constituency}`
}

function whatWasFound({ placing, constituency, erased }: Proof): string {
  const found = postcodeWords(placing, constituency)
  return erased ? `${found}. The postcode itself was erased since, as our rules ask` : found
}
