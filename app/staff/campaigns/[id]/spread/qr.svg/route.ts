import { draftToSpread, fileAnswer } from '@/app/staff/campaigns/[id]/spread/draft-to-spread'
import { staffRoute } from '@/app/staff/staff-route'
import { codeAddress } from '@/lib/campaigns/poster/address'
import { codeSvg } from '@/lib/campaigns/poster/qr-code'

export const dynamic = 'force-dynamic'

/** The code that leads to a campaign once it is live. */
export const GET = staffRoute('campaigns.see', async ({ ctx }, _, { id = '' }) => {
  const campaign = await draftToSpread(ctx, id)
  if (!campaign) return new Response(null, { status: 404 })
  const address = codeAddress(ctx.env.appUrl, campaign.slug)
  return fileAnswer(codeSvg(address, `Code that leads to ${address}`), 'image/svg+xml; charset=utf-8')
})
