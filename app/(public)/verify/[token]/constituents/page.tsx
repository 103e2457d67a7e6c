import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { Unbroken } from '@/components/ui/unbroken'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { counted, grouped } from '@/lib/kernel/text'
import { type MaskedCount, mpRecord } from '@/lib/letters/proof/mp-record'
import { proofOf } from '@/lib/letters/proof/proof'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Letters of one campaign', robots: { index: false } }

/** One MP's letters of one campaign, for whoever has a letter of it: counts only, and nothing under five. */
export default async function ConstituentsPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const ctx = publicContext()
  const link = await readLink(ctx, 'verify', token)
  const [proof, record] = link?.letterId
    ? await Promise.all([proofOf(ctx, link.letterId), mpRecord(ctx, link.letterId)])
    : []
  if (!proof || !record) notFound()
  return (
    <PublicPage>
      <PageTitle lead={`“${record.campaign}”: letters to ${proof.mp?.name ?? 'the MP'}, for ${proof.constituency}.`}>
        {howMany(record.letters)}
      </PageTitle>
      {record.letters !== 'under 5' && (
        <Table
          caption="What they ask for"
          columns={[{ label: 'Ask' }, { label: 'Constituents whose letter asks it', numeric: true }]}
          rows={record.asks.map(({ title, letters }) => ({ key: title, cells: [title, inWords(letters)] }))}
        />
      )}
      <SummaryList
        rows={[
          ...(record.letters === 'under 5' ? [] : [ownWordsRow(record.ownWords)]),
          { term: 'Others', value: othersWords(record.others, proof.constituency) },
          {
            term: 'The campaign',
            value: (
              <a className="link" href={`/campaigns/${record.slug}`}>
                What it asks, and on what grounds
              </a>
            ),
          },
        ]}
      />
      <Notice heading="How this is counted">
        <p>
          <Unbroken>
            Every letter was confirmed by e-mail and written with the campaign’s help, and one person counts once.
            Constituents are those whose home postcode lies in {proof.constituency}, by our list or by a public postcode
            service, as it was when they wrote. Fewer than five are never shown as a number, neither of letters with
            something nor of those without it.
          </Unbroken>
        </p>
        <p>
          A writer’s own are words that stand in no sentence of the campaign’s. A letter with too few different words to
          tell how much is its writer’s own is not among those with a quarter or more.
        </p>
      </Notice>
      <p>
        <a className="link" href={`/verify/${token}`}>
          Back to the letter
        </a>
      </p>
    </PublicPage>
  )
}

function ownWordsRow(count: MaskedCount) {
  return { term: 'Own words', value: `In ${inWords(count)} of the letters, a quarter or more is the writer’s own` }
}

function othersWords(others: MaskedCount, constituency: string): string {
  const number = others === 'under 5' ? 'Fewer than five' : inWords(others)
  return `${number} more letters from people who are not known to live in ${constituency}, or who wrote before that was recorded`
}

function howMany(letters: MaskedCount): string {
  return typeof letters === 'number'
    ? `${counted(letters, 'constituent has', 'constituents have')} written`
    : 'Fewer than five constituents have written so far'
}

function inWords(count: MaskedCount): string {
  if (typeof count === 'number') return grouped(count)
  return count === 'under 5' ? 'fewer than 5' : count
}
