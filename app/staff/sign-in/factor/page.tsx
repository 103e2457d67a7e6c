import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { posted } from '@/app/_server/request'
import { signedIn } from '@/app/_server/session/session'
import { halfSession } from '@/app/_server/session/staff-session'
import { StaffFrame } from '@/app/staff/staff-frame'
import { AskedTooOften } from '@/components/ui/asked-too-often'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextField } from '@/components/ui/typing/text-field'
import { pageAfterSignIn, signInTo } from '@/lib/staff/sign-in/page-after'
import { form } from './form'

export const metadata: Metadata = { title: 'Your second factor' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What comes after the link of somebody who has a second factor. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const query = await searchParams
  const asked = posted(form)
  const to = pageAfterSignIn(asked?.values.to ?? (typeof query.to === 'string' ? query.to : ''))
  if (await signedIn()) redirect(to)
  const half = await halfSession()
  if (!half) redirect(signInTo(to))
  return (
    <StaffFrame session={null} at="/staff/sign-in" title="Your second factor">
      <ErrorSummary faults={asked?.faults ?? []} />
      {asked?.done === 'soon' && <AskedTooOften retryAt={currentExchange().retryAt} />}
      <p className="break-words">
        You are signing in as <strong>{half.email}</strong>.
      </p>
      <form id="factor-form" method="post" action="/staff/sign-in/factor" className="space-y-6">
        <input type="hidden" name="to" value={to} />
        <TextField
          name="code"
          label="Code"
          hint="The six digits that your authenticator app shows now. Or one of your recovery codes."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          width="half"
          maxLength={40}
          error={asked?.faults[0]?.message}
        />
        <Button arrow>Sign in</Button>
      </form>
      <p className="max-w-measure text-muted">
        Without phone and recovery codes: an administrator of the team can take the second factor away.
      </p>
    </StaffFrame>
  )
}
