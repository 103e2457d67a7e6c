import { z } from 'zod'
import { textOf } from '@/app/_server/forms/fields'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { listCampaigns } from '@/lib/campaigns/list'
import { endFigureLink, giveFigureLink } from '@/lib/figures/links/figure-links'
import { isId } from '@/lib/kernel/id'
import { oneLine } from '@/lib/kernel/text'

const input = z.object({
  campaign: z.string().max(200),
  name: z
    .string()
    .transform(oneLine)
    .refine((name) => name.length > 0, { error: 'Say for whom it is' })
    .refine((name) => name.length <= 80, { error: 'Use 80 characters at most' }),
})

/** Makes a link: the page that comes back is the only one that ever shows it. */
export const give = staffForm({
  verb: 'figures.share',
  input,
  answer: async ({ ctx, input: { campaign: slug, name }, typed }) => {
    const campaign = (await listCampaigns(ctx)).find((each) => each.slug === slug && each.version !== null)
    if (!campaign) return again(typed, [{ field: 'campaign', message: 'Choose a campaign that has been live' }])
    const secret = await giveFigureLink(ctx, { campaignId: campaign.id, name })
    if (!secret) return again(typed, [{ field: 'name', message: 'There are too many links: call some back first' }])
    return left({ link: `${ctx.env.appUrl}/figures/${secret}`, name })
  },
})

const end = staffForm({
  verb: 'figures.share',
  answer: async ({ ctx, sent }) => {
    const id = textOf(sent, 'link')
    if (isId(id)) await endFigureLink(ctx, id)
    return { redirect: '/staff/dashboard/links?done=ended' }
  },
})

/** The forms of the page about links to figures. */
export const form = staffForms({ give, end })
