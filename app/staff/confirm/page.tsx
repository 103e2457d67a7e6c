import { currentExchange } from '@/app/_server/exchange'
import { posted } from '@/app/_server/request'
import { backTo } from '@/app/_server/session/keep-until-fresh'
import { staffPage } from '@/app/staff/staff-page'
import { CodeField } from '@/components/staff/second-factor/code-field'
import { PasskeyButton } from '@/components/staff/second-factor/passkey-button'
import { AskedTooOften } from '@/components/ui/asked-too-often'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { FRESH_MINUTES, isFresh } from '@/lib/staff/fresh/is-fresh'
import { KEPT_MINUTES, type KeptForm, keptForm } from '@/lib/staff/fresh/kept-form'
import { type WaysToProve, waysToProve } from '@/lib/staff/second-factor/ways-to-prove'
import { signsInByLink } from '@/lib/staff/sign-in/may-use-links'
import { pageAfterSignIn } from '@/lib/staff/sign-in/page-after'
import { code, link, passkey } from './form'

export const metadata = { title: 'Confirm that it is you' }

export default staffPage(
  { verb: 'account.see', at: '/staff/confirm', title: 'Confirm that it is you' },
  async ({ ctx, member, session }, query) => {
    const byFactor = posted(code) ?? posted(passkey)
    const left = byFactor ?? posted(link)
    const given = left?.values ?? { kept: textIn(query.kept), to: textIn(query.to) }
    const waiting = { kept: given.kept, to: pageAfterSignIn(given.to) }
    const form = waiting.kept ? await keptForm(ctx, member.id, waiting.kept) : null
    if (isFresh(session, ctx.now())) return <GoOn form={form} to={waiting.kept ? '/staff' : waiting.to} />
    const ways = session.hasFactor ? await waysToProve(ctx, { sessionId: session.id, staffId: member.id }) : null
    const mayUseLink = !session.hasFactor && (await signsInByLink(ctx, member.id))
    return (
      <div className="max-w-[46rem] space-y-7">
        <ErrorSummary faults={left?.faults ?? []} />
        {left?.done === 'soon' && (
          <AskedTooOften of={byFactor ? 'proofs' : 'links'} retryAt={currentExchange().retryAt} />
        )}
        {left?.done === 'sent' && (
          <Notice look="done" heading="Check your e-mail">
            <p>A link is on its way to {member.email}. It leads back to this page.</p>
          </Notice>
        )}
        <p className="max-w-measure">
          What you asked for could do much harm in somebody else’s hands, so it needs a proof of who you are from the
          last {FRESH_MINUTES} minutes. {form && `What you sent is kept for ${KEPT_MINUTES} minutes.`}
        </p>
        {ways && <FactorForms {...waiting} {...ways} faults={left?.faults ?? []} />}
        {ctx.env.oidc && (
          <ButtonLink href={`/staff/sign-in/oidc?${new URLSearchParams({ to: backTo(waiting), again: '1' })}`}>
            Sign in again with your organisation’s account
          </ButtonLink>
        )}
        {mayUseLink && (
          <form method="post" action="/staff/confirm">
            <Waiting {...waiting} />
            <Button look="second" name="do" value="link">
              Send me a link by e-mail
            </Button>
          </form>
        )}
      </div>
    )
  },
)

type Faults = readonly { field: string; message: string }[]

function FactorForms({ app, passkey, faults, ...waiting }: WaysToProve & { kept: string; to: string; faults: Faults }) {
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <>
      {passkey && (
        <form id="passkey-form" method="post" action="/staff/confirm">
          <Waiting {...waiting} />
          <PasskeyButton
            asks={{ sign: passkey }}
            label="Use a passkey"
            otherwise="Use a code instead."
            toDo="passkey"
            error={faultOf('passkey')}
          />
        </form>
      )}
      <form id="confirm-form" method="post" action="/staff/confirm" className="space-y-6">
        <Waiting {...waiting} />
        <CodeField app={app} error={faultOf('code')} />
        <Button look={passkey ? 'second' : 'main'} name="do" value="code">
          {passkey ? 'Confirm with the code' : 'Confirm'}
        </Button>
      </form>
    </>
  )
}

function Waiting({ kept, to }: { kept: string; to: string }) {
  return (
    <>
      <input type="hidden" name="kept" value={kept} />
      <input type="hidden" name="to" value={to} />
    </>
  )
}

/** Once it is confirmed: what was sent before, to be sent now, or the way on. */
function GoOn({ form, to }: { form: KeptForm | null; to: string }) {
  if (!form) return <ButtonLink href={to}>Go on</ButtonLink>
  return (
    <form id="go-on-form" method="post" action={form.path} className="space-y-5">
      <p className="max-w-measure">That is confirmed. What you sent before is here still, and nothing was done yet.</p>
      {form.fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button arrow>Go on with it</Button>
    </form>
  )
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
