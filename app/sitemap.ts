import type { MetadataRoute } from 'next'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { publicContext } from './_server/request'

export const dynamic = 'force-dynamic'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const ctx = publicContext()
  const { appUrl } = ctx.env
  const campaigns = await liveCampaigns(ctx)
  return [
    { url: `${appUrl}/` },
    ...campaigns.map(({ slug, publishedAt }) => ({ url: `${appUrl}/campaigns/${slug}`, lastModified: publishedAt })),
    { url: `${appUrl}/privacy` },
    { url: `${appUrl}/accessibility` },
  ]
}
