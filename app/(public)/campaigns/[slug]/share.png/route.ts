import { notNow, picture } from '@/app/_drawing/picture'
import type { SharePicture } from '@/app/_pictures/share-picture'
import { cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { publicContext } from '@/app/_server/request'
import { accentName } from '@/lib/content/accent/accent-name'
import { findCampaign } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import { countStep, countWords } from '@/lib/figures/counting/rounded-count'
import { goalShown } from '@/lib/figures/public/goal'
import { supportersOf } from '@/lib/figures/supporter-count'
import { installationSetting } from '@/lib/settings/installation'

export const dynamic = 'force-dynamic'

/**
 * The picture of a shared link, with the count as it stands. `?seat=CODE` addresses it to that constituency's MP: its
 * name alone is told, and nothing of how many live there have written.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) return new Response(null, { status: 404 })
  const code = new URL(request.url).searchParams.get('seat')
  const [{ name }, supporters, seat] = await Promise.all([
    installationSetting.read(ctx),
    supportersOf(ctx, campaign.id),
    code === null ? null : findSeat(ctx, code),
  ])
  const goal = goalShown(campaign.goal, supporters)
  const shown: SharePicture = {
    name,
    title: campaign.content.title,
    count: countWords(supporters),
    progress: countStep(supporters) / goal,
    palette: accentName(campaign.content),
    seat: seat?.name ?? null,
  }
  const key = `share ${campaign.id} ${seat?.code ?? ''}`
  const made = await picture(key, JSON.stringify(shown), { drawing: 'share', from: shown })
  if (!made) return tooBusy(campaign.slug, seat !== null)
  return cacheableAnswer(request, {
    body: made.drawing,
    type: 'image/png',
    sameWhile: made.from,
    seconds: 60,
    headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' },
  })
}

/** Somebody asks for very many seats at once: the campaign's own picture says nearly the same, and is drawn already. */
function tooBusy(slug: string, ofSeat: boolean): Response {
  if (!ofSeat) return notNow()
  const headers = { 'Cache-Control': 'no-store', Location: `/campaigns/${slug}/share.png` }
  return new Response(null, { status: 302, headers })
}
