import type { Metadata } from 'next'
import { answerWith, posted, publicContext } from '@/app/_server/request'
import { SignInForm } from '@/app/staff/sign-in/sign-in-form'
import { StaffFrame } from '@/app/staff/staff-frame'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { pageAfterSignIn } from '@/lib/staff/sign-in/page-after'
import { readSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import { form } from './form'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the link in the e-mail opens: a button, because scanners open links too, and must not use them up. */
export default async function OpenSignInPage({ searchParams }: Props) {
  const { token, to: asked } = await searchParams
  const left = posted(form)
  const to = pageAfterSignIn(left?.values.to ?? (typeof asked === 'string' ? asked : ''))
  const link = left || typeof token !== 'string' ? null : await readSignInLink(publicContext(), token)
  if (!link) {
    answerWith(410)
    return (
      <StaffFrame session={null} at="/staff/sign-in" title="Sign in">
        <Notice heading="This link does not work any more">
          <p>Each link works once, and only for a time. Ask for a new one here.</p>
        </Notice>
        <SignInForm to={to} />
      </StaffFrame>
    )
  }
  return (
    <StaffFrame session={null} at="/staff/sign-in" title="Sign in">
      <p className="break-words">
        You are about to sign in as <strong>{link.email}</strong>.
      </p>
      <form id="open-sign-in-form" method="post" action="/staff/sign-in/open">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="to" value={to} />
        <Button arrow>Sign in</Button>
      </form>
    </StaffFrame>
  )
}
