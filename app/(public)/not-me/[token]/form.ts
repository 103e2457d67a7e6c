import { left, publicForm } from '@/app/_server/forms/make-form'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { notMe } from '@/lib/letters/confirming/not-me'

/** "This was not me: never again", from the button on the page that the e-mail's link opens. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, address: { token } }) => {
    const link = await readLink(ctx, 'not-me', token)
    const done = link?.letterId ? await notMe(ctx, link.letterId, link.emailHash) : { outcome: 'gone' as const }
    return { ...left(done), ...(done.outcome === 'gone' && { status: 404 }) }
  },
})
