import { z } from 'zod'
import { again } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { campaignSettings } from '@/lib/campaigns/input'
import { closingWords, setClosingWords } from '@/lib/campaigns/life/closing-words'
import { setCampaignSettings } from '@/lib/campaigns/set-settings'

const OPEN_FIRST = 'It is closed: press “Open it again” first, which says what follows and asks. Nothing was changed'

export const settings = staffForm({
  verb: 'campaigns.set',
  address: ['id'],
  input: campaignSettings,
  answer: async ({ ctx, address: { id }, input, typed }) => {
    const outcome = await setCampaignSettings(ctx, id, input)
    if (outcome === 'saved') return { redirect: `/staff/campaigns/${id}?done=settings` }
    if (outcome === 'closed') return again(typed, [{ field: 'closes', message: OPEN_FIRST }])
    const message =
      outcome === 'taken'
        ? 'Another campaign has this address, or had it: choose another'
        : 'It is archived: take it out of the archive first'
    return again(typed, [{ field: 'slug', message }])
  },
})

export const words = staffForm({
  verb: 'campaigns.set',
  address: ['id'],
  input: z.object({ words: closingWords }),
  answer: async ({ ctx, address: { id }, input }) => {
    await setClosingWords(ctx, id, input.words)
    return { redirect: `/staff/campaigns/${id}?done=words` }
  },
})

/** A campaign's address, goal and dates; and what its page says once it is closed. */
export const form = staffForms({ settings, words })
