import { notNow, picture } from '@/app/_drawing/picture'
import { cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { publicContext } from '@/app/_server/request'
import type { Poster } from '@/lib/campaigns/poster/draw'
import { findCampaign } from '@/lib/content/find-campaign'
import { installationName } from '@/lib/settings/installation'
import { namedOperator } from '@/lib/settings/operator'

export const dynamic = 'force-dynamic'

/** The campaign as a poster for an A4 sheet. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) return new Response(null, { status: 404 })
  const [name, operator] = await Promise.all([installationName(ctx), namedOperator(ctx)])
  const { slug } = campaign
  const { title, summary, asks, asksLead, source, palette, accent } = campaign.content
  const content = { title, summary, asks, asksLead, source, palette, accent }
  const poster: Poster = { content, slug, appUrl: ctx.env.appUrl, name, operator }
  const from = JSON.stringify([campaign.versionId, slug, poster.appUrl, name, operator])
  const made = await picture(`poster ${campaign.id}`, from, { drawing: 'poster', from: poster })
  if (!made) return notNow()
  return cacheableAnswer(request, {
    body: made.drawing,
    type: 'application/pdf',
    sameWhile: made.from,
    seconds: 60,
    headers: { 'Content-Disposition': `inline; filename="poster-${slug}.pdf"` },
  })
}
