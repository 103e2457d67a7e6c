import { textOf } from '@/app/_server/forms/fields'
import { publicForm } from '@/app/_server/forms/make-form'
import { ownWays } from '@/db/schema/index'
import { Refusal } from '@/lib/kernel/faults/errors'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { letterBehind } from '@/lib/letters/printed/opens-letter'
import { markSentByWriter } from '@/lib/letters/printed/sent-by-writer'

/** "I have sent it myself": kept once, and the letter's page says so. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address: { token } }) => {
    const found = await letterBehind(ctx, token)
    if (!found) throw new Refusal('not-found', 'There is no such letter.')
    const way = ownWays.find((one) => one === textOf(sent, 'way')) ?? 'post'
    await markSentByWriter(ctx, found.letter.id, way)
    return { redirect: `/letters/${await lastingLink(ctx, 'letter', found.letter.id)}` }
  },
})
