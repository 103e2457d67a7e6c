import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldError } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import { allowed } from '@/lib/staff/roles'
import { appToSetUp } from '@/lib/staff/second-factor/app'
import { ownFactors } from '@/lib/staff/second-factor/factors'
import { factorRequired } from '@/lib/staff/second-factor/required'
import { confirm, remove, renew, require } from './form'
import { SetUpCode } from './set-up-code'

export const metadata = { title: 'Your second factor' }

const AT = '/staff/account/second-factor'

export default staffPage(
  { verb: 'account.second-factor', at: '/staff/account', title: 'Your second factor' },
  async ({ ctx, member, session }, { done }) => {
    const { appSince, codesLeft } = await ownFactors(ctx)
    const app = appSince ? null : await appToSetUp(ctx)
    const [confirmed, removed] = [posted(confirm), posted(remove)]
    const codes = confirmed?.done?.codes ?? posted(renew)?.done.codes
    const required = posted(require)
    const faults = confirmed?.faults ?? removed?.faults ?? required?.faults ?? []
    const isRequired = await factorRequired.read(ctx)
    return (
      <div className="max-w-[46rem] space-y-7">
        <ErrorSummary faults={faults} />
        {done === 'removed' && !appSince && <Notice look="done" heading="Your second factor is removed" />}
        {codes && <Codes codes={codes} />}
        {isRequired && session.by === 'link' && member.role === 'admin' && !session.hasFactor && !codes && (
          <Notice look="held" heading="Administrators need a second factor here">
            <p>Set one up now: the other pages open once you have.</p>
          </Notice>
        )}
        {appSince ? (
          <>
            <Part id="app" heading="Authenticator app">
              <p>
                Set up <When at={appSince} />. Each sign-in by e-mail asks for a code of it.
              </p>
              <form method="post" action={AT} className="mt-4 space-y-3">
                {removed && <FieldError id="remove" message={removed.faults[0]?.message ?? ''} />}
                <Button id="remove" look="second" name="do" value="remove">
                  Remove the app
                </Button>
              </form>
            </Part>
            <Part id="codes" heading="Recovery codes">
              <p className="max-w-measure">
                {codesLeft} left. Each works once, in place of a code of the app. New ones end those before.
              </p>
              <form method="post" action={AT} className="mt-4">
                <Button look="second" name="do" value="renew">
                  Make new recovery codes
                </Button>
              </form>
            </Part>
          </>
        ) : app ? (
          <SetUp secret={app.secret} uri={app.uri} error={confirmed?.faults[0]?.message} />
        ) : (
          <Part id="app" heading="Authenticator app">
            <p className="max-w-measure">
              An app on your phone shows six digits that change every 30 seconds. With it, whoever reads your e-mail
              cannot sign in as you. Any such app does: those of Google and Microsoft, a password manager, Aegis.
            </p>
            <form method="post" action={AT} className="mt-4">
              <Button name="do" value="begin">
                Set it up
              </Button>
            </form>
          </Part>
        )}
        {allowed(member.role, 'team.require-factor') && (
          <Part id="everybody" heading="All administrators">
            <form method="post" action={AT} className="space-y-4">
              {required && <FieldError id="require" message={required.faults[0]?.message ?? ''} />}
              <p className="max-w-measure">
                {isRequired
                  ? 'Administrators who sign in by e-mail need a second factor.'
                  : 'Administrators may sign in by e-mail without a second factor. Once they need one, whoever has none sets it up before anything else.'}
              </p>
              <input type="hidden" name="to" value={isRequired ? 'off' : 'on'} />
              <Button id="require" look="second" name="do" value="require">
                {isRequired ? 'Let them do without' : 'Have them need one'}
              </Button>
            </form>
          </Part>
        )}
      </div>
    )
  },
)

function SetUp({ secret, uri, error }: { secret: string; uri: string; error: string | undefined }) {
  return (
    <Part id="set-up" heading="Set up the app">
      <div className="space-y-6">
        <p className="max-w-measure">Scan this with the app, or enter the key below it.</p>
        <SetUpCode uri={uri} />
        <p className="max-w-measure">
          Key: <code className="wrap-anywhere">{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </p>
        <p className="max-w-measure">
          On this phone?{' '}
          <a className="link" href={uri}>
            Open it in the app
          </a>
        </p>
        <form id="confirm-form" method="post" action={AT} className="space-y-6">
          <TextField
            name="code"
            label="Code"
            hint="The six digits that the app shows now. Only then is it set up."
            autoComplete="one-time-code"
            inputMode="numeric"
            width="half"
            maxLength={10}
            error={error}
          />
          <Button name="do" value="confirm">
            Confirm
          </Button>
        </form>
      </div>
    </Part>
  )
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <Notice look="done" heading="Your recovery codes">
      <p>
        Print them, or keep them in a password manager. This page is the only one that ever shows them. Each signs you
        in once when the phone is not there.
      </p>
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="whitespace-nowrap">{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
