import type { MetadataRoute } from 'next'
import { publicContext } from '@/app/_server/request'
import { liveCampaigns } from '@/lib/campaigns/find'
import { env } from '@/lib/kernel/env'

export const dynamic = 'force-dynamic'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { appUrl } = env()
  const campaigns = await liveCampaigns(publicContext())
  return [
    { url: `${appUrl}/` },
    ...campaigns.map(({ slug, publishedAt }) => ({ url: `${appUrl}/campaigns/${slug}`, lastModified: publishedAt })),
    { url: `${appUrl}/privacy` },
    { url: `${appUrl}/accessibility` },
  ]
}
