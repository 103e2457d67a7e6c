import type { Metadata } from 'next'
import { SHARE_SIZE } from '@/app/_pictures/share-size'
import { publicContext } from '@/app/_server/request'
import { PageTitle } from '@/components/ui/page-title'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { installationName } from '@/lib/settings/installation'
import { campaignMetadata } from './campaign-metadata'
import { CampaignPage } from './campaign-page'
import { PublicPage } from './public-page'
import { SignUpsPaused } from './sign-ups-paused'

export async function homeMetadata(): Promise<Metadata> {
  const ctx = publicContext()
  const [campaign, ...more] = await liveCampaigns(ctx)
  if (campaign && more.length === 0) return campaignMetadata(campaign, '/')
  const name = await installationName(ctx)
  return {
    title: { absolute: `${name}: campaigns` },
    openGraph: {
      type: 'website',
      locale: 'en_GB',
      siteName: name,
      title: `${name}: campaigns`,
      images: [{ url: '/share.png', ...SHARE_SIZE, alt: 'Write a letter that gets read, in an envelope to your MP.' }],
    },
  }
}

/** The one live campaign; a list where there are several. */
export async function HomePage({ signUpsPaused = false }: { signUpsPaused?: boolean }) {
  const campaigns = await liveCampaigns(publicContext())
  const [only] = campaigns
  if (only && campaigns.length === 1) return <CampaignPage campaign={only} signUpsPaused={signUpsPaused} />
  return (
    <PublicPage>
      <PageTitle>Write to your MP</PageTitle>
      {signUpsPaused && <SignUpsPaused />}
      {campaigns.length === 0 && <p className="text-lead">No campaign is open at present.</p>}
      <ul className="space-y-8">
        {campaigns.map(({ slug, content, pausedWhy }) => (
          <li key={slug} className="max-w-measure border-t-[0.3333rem] border-edge pt-4">
            <h2 className="text-h2">
              <a className="link" href={`/campaigns/${slug}`}>
                {content.title}
              </a>
            </h2>
            <p className="mt-2">{content.summary}</p>
            {pausedWhy !== null && <p className="mt-2 font-semibold">Paused: nobody can write at the moment.</p>}
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}
