import { textOf } from '@/app/_server/forms/fields'
import { publicForm } from '@/app/_server/forms/make-form'
import { ownWays } from '@/db/schema/index'
import { Refusal } from '@/lib/kernel/faults/errors'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { markSentByWriter } from '@/lib/letters/printed/sent-by-writer'

/** "I have sent it myself": kept once, and the letter's page says so. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address: { token } }) => {
    const link = await readLink(ctx, 'letter', token)
    if (!link?.letterId) throw new Refusal('not-found', 'There is no such letter.')
    const way = ownWays.find((one) => one === textOf(sent, 'way')) ?? 'post'
    await markSentByWriter(ctx, link.letterId, way)
    return { redirect: `/letters/${token}` }
  },
})
