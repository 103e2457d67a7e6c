import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageTitle } from '@/app/_server/page-title'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { MapLegend } from '@/components/figures/map-legend'
import { PageTitle } from '@/components/ui/page-title'
import { findCampaign } from '@/lib/content/find-campaign'
import { namedSeats } from '@/lib/directory/search/searchable-seats'
import { allTowns } from '@/lib/directory/search/towns'
import { keptNeighbours } from '@/lib/figures/map/layout'
import { legendOf, scaleFor } from '@/lib/figures/map/shades'
import { maskingWords } from '@/lib/figures/public/masking'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { counted, grouped } from '@/lib/kernel/text'
import { LinkedMap } from './linked-map'
import { type Query, rowsAskedFor } from './rows-asked-for'
import { SeatsTable } from './seats-table'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  return { title: pageTitle({ step: TITLE, campaign: campaign?.content.title }) }
}

const TITLE = 'Supporters by constituency'

/** The map by itself, each hexagon a link to its row, and the table behind it. */
export default async function MapPage({ params, searchParams }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  const { seats, masking, supporters, constituencies } = await publicSeats(ctx, campaign.id)
  const note = maskingWords(masking)
  const [query, named, towns] = await Promise.all([searchParams, namedSeats(ctx), allTowns(ctx)])
  const asked = rowsAskedFor(query, { seats, named, towns })
  return (
    <PublicPage width="page" campaign={campaign}>
      <PageTitle
        lead={`${counted(supporters, 'supporter')} in ${grouped(constituencies)} of 650 constituencies. Choose a hexagon to find it in the table.`}
      >
        {TITLE}
      </PageTitle>
      <div className="mt-8 grid gap-10 lg:grid-cols-2">
        <figure className="space-y-4 lg:sticky lg:top-6 lg:self-start">
          <LinkedMap seats={seats} masking={masking} />
          <figcaption className="space-y-2">
            <MapLegend legend={legendOf(scaleFor(seats), masking)} />
            <p className="text-note text-muted">
              Every hexagon is a constituency, of the same size whatever its land. Of {grouped(keptNeighbours.pairs)}{' '}
              pairs of neighbours, by the mean positions of their postcodes, {Math.round(keptNeighbours.kept * 100)} in
              a hundred are still beside each other.
            </p>
          </figcaption>
        </figure>
        <SeatsTable slug={campaign.slug} masking={masking} note={note} asked={asked} />
      </div>
    </PublicPage>
  )
}
