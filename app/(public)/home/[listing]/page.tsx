import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { campaignMetadata } from '@/app/(public)/campaign-metadata'
import { CampaignPage } from '@/app/(public)/campaign-page'
import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'
import { liveCampaigns } from '@/lib/campaigns/find'

// next.config.ts leads `/` here: a page with a parameter is made when first asked for, not at build.
export const revalidate = 10

export function generateStaticParams(): { listing: string }[] {
  return []
}

type Props = { params: Promise<{ listing: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const [campaign, ...more] = await liveCampaigns(publicContext())
  return campaign && more.length === 0 ? campaignMetadata(campaign, '/') : { title: { absolute: 'Dear MP: campaigns' } }
}

/** The one live campaign; a list where there are several. */
export default async function Home({ params }: Props) {
  if ((await params).listing !== 'live') notFound()
  const campaigns = await liveCampaigns(publicContext())
  const [only] = campaigns
  if (only && campaigns.length === 1) return <CampaignPage campaign={only} />
  return (
    <PublicPage>
      <PageTitle>Write to your MP</PageTitle>
      {campaigns.length === 0 && <p className="text-lead">No campaign is open at present.</p>}
      <ul className="space-y-8">
        {campaigns.map(({ slug, content }) => (
          <li key={slug} className="max-w-measure border-t-[0.3333rem] border-edge pt-4">
            <h2 className="text-h2">
              <a className="link" href={`/campaigns/${slug}`}>
                {content.title}
              </a>
            </h2>
            <p className="mt-2">{content.summary}</p>
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}
