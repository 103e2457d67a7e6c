import { again, publicForm } from '@/app/_server/forms/make-form'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { eraseByHash } from '@/lib/privacy/erase'

/** Erases everything that the link's owner has given, the link with it. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, address: { token } }) => {
    const link = await readLink(ctx, 'my-data', token)
    if (!link?.emailHash) return again({}, [], 404)
    if (link.expired) return { redirect: `/my-data/${token}` }
    await eraseByHash(ctx, link.emailHash)
    return { redirect: '/my-data?done=erased' }
  },
})
