import { draw } from '@/app/_drawing/draw'
import { draftToSpread, fileAnswer } from '@/app/staff/campaigns/[id]/spread/draft-to-spread'
import { staffRoute } from '@/app/staff/staff-route'
import { installationName } from '@/lib/settings/installation'
import { namedOperator } from '@/lib/settings/operator'

export const dynamic = 'force-dynamic'

/** The poster of a campaign that is not live yet, marked as a proof. */
export const GET = staffRoute('campaigns.see', async ({ ctx }, _, { id = '' }) => {
  const campaign = await draftToSpread(ctx, id)
  if (!campaign) return new Response(null, { status: 404 })
  const [name, operator] = await Promise.all([installationName(ctx), namedOperator(ctx)])
  const { title, summary, asks, asksLead, source, palette, accent } = campaign.content
  const content = { title: title || 'A campaign without a title', summary, asks, asksLead, source, palette, accent }
  const proof = 'Proof: not live yet'
  const from = { content, slug: campaign.slug, appUrl: ctx.env.appUrl, name, operator, proof }
  return fileAnswer(await draw({ drawing: 'poster', from }), 'application/pdf')
})
