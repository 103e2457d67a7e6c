import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { mailboxIsOpen } from '@/app/_server/caller/mailbox-is-open'
import { currentExchange } from '@/app/_server/exchange'
import { signedOut } from '@/app/_server/forms/signed-out'
import { posted, publicContext } from '@/app/_server/request'
import { signedIn } from '@/app/_server/session/session'
import { halfSession } from '@/app/_server/session/staff-session'
import { StaffFrame } from '@/app/staff/staff-frame'
import { AskedTooOften } from '@/components/ui/asked-too-often'
import { ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { afterQuery, pageAfterSignIn } from '@/lib/staff/sign-in/page-after'
import { form } from './form'
import { NotLetIn } from './not-let-in'
import { SignInForm } from './sign-in-form'
import { TypedBefore } from './typed-before'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The way in for the team. What it says is the same for every address. */
export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const asked = posted(form)
  const typed = posted(signedOut)
  const to = pageAfterSignIn(asked?.values.to ?? (typeof query.to === 'string' ? query.to : ''))
  if (await signedIn()) redirect(to)
  if (!asked && !typed && query.error === undefined && (await halfSession()))
    redirect(`/staff/sign-in/factor${afterQuery(to, '?')}`)
  const { oidc } = publicContext().env
  return (
    <StaffFrame session={null} at="/staff/sign-in" title="Sign in">
      <ErrorSummary faults={asked?.faults ?? []} />
      {asked?.done === 'sent' && <Sent email={asked.values.email} />}
      {asked?.done === 'soon' && <AskedTooOften retryAt={currentExchange().retryAt} />}
      {typed && <TypedBefore values={typed.values} isCut={typed.done === 'cut'} />}
      {!asked && !typed && query.error !== undefined && <NotLetIn why={query.error} />}
      {oidc && (
        <ButtonLink href={`/staff/sign-in/oidc${afterQuery(to, '?')}`}>
          Sign in with your organisation’s account
        </ButtonLink>
      )}
      <SignInForm to={to} email={asked?.done === 'sent' ? '' : asked?.values.email} error={asked?.faults[0]?.message} />
    </StaffFrame>
  )
}

function Sent({ email }: { email: string }) {
  return (
    <Notice look="done" heading="Check your e-mail">
      <p className="break-words">
        If {email} is on the team{publicContext().env.oidc && ' and signs in by e-mail'}, a link to sign in is on its
        way there. It works once, for one hour.
      </p>
      {mailboxIsOpen() && (
        <p>
          Mail stays on this machine: open the{' '}
          <a className="link" href="/dev/mailbox">
            local mailbox
          </a>
          .
        </p>
      )}
    </Notice>
  )
}
