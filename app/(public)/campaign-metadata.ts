import type { Metadata } from 'next'
import type { LiveCampaign } from '@/lib/campaigns/find'

/** What search engines and shared links show of a campaign. */
export function campaignMetadata({ content, slug }: LiveCampaign, path: string): Metadata {
  const picture = content.share.image ? `/pictures/${content.share.image.id}` : '/share.png'
  return {
    title: { absolute: content.title },
    description: content.summary,
    alternates: { canonical: `/campaigns/${slug}` },
    openGraph: {
      type: 'website',
      locale: 'en_GB',
      siteName: 'Dear MP',
      title: content.title,
      description: content.summary,
      url: path,
      images: [
        content.share.image
          ? { url: picture, alt: content.share.image.alt }
          : { url: picture, width: 1200, height: 630, alt: content.title },
      ],
    },
    twitter: {
      card: 'summary_large_image',
      title: content.title,
      description: content.summary,
      images: [picture],
    },
  }
}
