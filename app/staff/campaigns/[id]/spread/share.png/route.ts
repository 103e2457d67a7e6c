import { draw } from '@/app/_drawing/draw'
import { draftToSpread, fileAnswer } from '@/app/staff/campaigns/[id]/spread/draft-to-spread'
import { staffRoute } from '@/app/staff/staff-route'
import { accentName } from '@/lib/content/accent/accent-name'
import { countWords } from '@/lib/figures/counting/rounded-count'
import { installationSetting } from '@/lib/settings/installation'

export const dynamic = 'force-dynamic'

/** The picture that a link to a campaign will have on its first day. */
export const GET = staffRoute('campaigns.see', async ({ ctx }, _, { id = '' }) => {
  const campaign = await draftToSpread(ctx, id)
  if (!campaign) return new Response(null, { status: 404 })
  const { name } = await installationSetting.read(ctx)
  const { title } = campaign.content
  const from = {
    name,
    title: title || 'A campaign without a title',
    count: countWords(0),
    progress: 0,
    palette: accentName(campaign.content),
    seat: null,
  }
  return fileAnswer(await draw({ drawing: 'share', from }), 'image/png')
})
