import type { Metadata } from 'next'
import { SHARE_SIZE } from '@/app/_pictures/share-size'
import { publicContext } from '@/app/_server/request'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Constituency } from '@/lib/directory/seat'
import { countStep, countWords } from '@/lib/figures/counting/rounded-count'
import { supportersOf } from '@/lib/figures/supporter-count'
import { installationName } from '@/lib/settings/installation'

/** What search engines and shared links show of a campaign; with a constituency, of a link that comes from there. */
export async function campaignMetadata(
  campaign: LiveCampaign,
  path: string,
  seat: Constituency | null = null,
): Promise<Metadata> {
  const ctx = publicContext()
  const { content, slug, id } = campaign
  const [siteName, supporters] = await Promise.all([installationName(ctx), supportersOf(ctx, id)])
  const image = seat || !content.share.image ? drawn(campaign, supporters, seat) : uploaded(content.share.image)
  return {
    title: { absolute: content.title },
    description: content.summary,
    alternates: { canonical: `/campaigns/${slug}` },
    openGraph: {
      type: 'website',
      locale: 'en_GB',
      siteName,
      title: content.title,
      description: content.summary,
      url: path,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title: content.title, description: content.summary, images: [image.url] },
  }
}

/** The picture that staff have uploaded. */
function uploaded({ id, alt }: { id: string; alt: string }) {
  return { url: `/pictures/${id}`, alt }
}

/** The one that we draw. Networks keep what an address showed for days, so its address goes on with the count. */
function drawn({ slug, content }: LiveCampaign, supporters: number, seat: Constituency | null) {
  const query = new URLSearchParams({ ...(seat && { seat: seat.code }), n: String(countStep(supporters)) })
  const words = [content.title, countWords(supporters), ...(seat ? [`To the MP for ${seat.name}`] : [])]
  return { url: `/campaigns/${slug}/share.png?${query}`, ...SHARE_SIZE, alt: `${words.join('. ')}.` }
}
