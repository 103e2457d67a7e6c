import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { posted, publicContext } from '@/app/_server/request'
import { signedIn } from '@/app/_server/session/session'
import { halfSession } from '@/app/_server/session/staff-session'
import { StaffFrame } from '@/app/staff/staff-frame'
import { CodeField } from '@/components/staff/second-factor/code-field'
import { PasskeyButton } from '@/components/staff/second-factor/passkey-button'
import { AskedTooOften } from '@/components/ui/asked-too-often'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { waysToProve } from '@/lib/staff/second-factor/ways-to-prove'
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
  const { app, passkey } = await waysToProve(publicContext(), half)
  const faultOf = (field: string) => asked?.faults.find((fault) => fault.field === field)?.message
  return (
    <StaffFrame session={null} at="/staff/sign-in" title="Your second factor">
      <ErrorSummary faults={asked?.faults ?? []} />
      {asked?.done === 'soon' && <AskedTooOften of="proofs" retryAt={currentExchange().retryAt} />}
      <p className="break-words">
        You are signing in as <strong>{half.email}</strong>.
      </p>
      {passkey && (
        <form id="passkey-form" method="post" action="/staff/sign-in/factor">
          <input type="hidden" name="to" value={to} />
          <PasskeyButton
            asks={{ sign: passkey }}
            label="Use a passkey"
            otherwise="Use a code instead."
            error={faultOf('passkey')}
          />
        </form>
      )}
      <form id="factor-form" method="post" action="/staff/sign-in/factor" className="space-y-6">
        <input type="hidden" name="to" value={to} />
        <CodeField app={app} error={faultOf('code')} />
        <Button look={passkey ? 'second' : 'main'} arrow>
          {passkey ? 'Sign in with the code' : 'Sign in'}
        </Button>
      </form>
      <p className="max-w-measure text-muted">
        All of it lost? An administrator of the team can take the second factor away.
      </p>
    </StaffFrame>
  )
}
