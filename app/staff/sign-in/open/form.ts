import { textOf } from '@/app/_server/forms/fields'
import { again, publicForm } from '@/app/_server/forms/make-form'
import { pageAfterSignIn } from '@/lib/staff/sign-in/page-after'
import { spendSignInLink } from '@/lib/staff/sign-in/sign-in-link'

/** The button on the page that a link opens: uses the link up, and goes on to Auth.js with a pass in its place. */
export const form = publicForm({
  answer: async ({ ctx, sent }) => {
    const to = pageAfterSignIn(textOf(sent, 'to'))
    const spent = await spendSignInLink({ ...ctx, actor: { kind: 'system' } }, textOf(sent, 'token'))
    if (!spent) return again({ to }, [], 410)
    const pass = new URLSearchParams({ email: spent.email, token: spent.pass, callbackUrl: to })
    return { redirect: `/api/auth/callback/email?${pass}` }
  },
})
