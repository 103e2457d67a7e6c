import { cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/content/find-campaign'
import { codeAddress } from '@/lib/campaigns/poster/address'
import { codeSvg } from '@/lib/campaigns/poster/qr-code'

export const dynamic = 'force-dynamic'

/** A code for print that leads to the campaign; it can be enlarged to any size. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) return new Response(null, { status: 404 })
  const address = codeAddress(ctx.env.appUrl, campaign.slug)
  return cacheableAnswer(request, {
    body: codeSvg(address, `Code that leads to ${address}`),
    type: 'image/svg+xml; charset=utf-8',
    seconds: 60,
    headers: { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" },
  })
}
