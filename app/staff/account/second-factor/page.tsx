import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldError } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import { ownOf } from '@/lib/kernel/own-property'
import { isFresh } from '@/lib/staff/fresh/is-fresh'
import { allowed } from '@/lib/staff/roles'
import { appToSetUp } from '@/lib/staff/second-factor/app'
import { ownFactors } from '@/lib/staff/second-factor/factors'
import { beginPasskey } from '@/lib/staff/second-factor/passkeys/add'
import { relyingParty } from '@/lib/staff/second-factor/passkeys/relying-party'
import { factorRequired } from '@/lib/staff/second-factor/required'
import { addOne, confirm, remove, removeOne, renew, require } from './form'
import { PasskeysPart } from './passkeys-part'
import { SetUpCode } from './set-up-code'

export const metadata = { title: 'Your second factor' }

const AT = '/staff/account/second-factor'

export default staffPage(
  { verb: 'account.second-factor', at: '/staff/account', title: 'Your second factor' },
  async ({ ctx, member, session }, { done }) => {
    const { appSince, passkeys, codesLeft } = await ownFactors(ctx)
    const app = appSince ? null : await appToSetUp(ctx)
    const [confirmed, addedOne, removed, removedOne] = [
      posted(confirm),
      posted(addOne),
      posted(remove),
      posted(removeOne),
    ]
    const codes = confirmed?.done?.codes ?? addedOne?.done?.codes ?? posted(renew)?.done.codes
    const required = posted(require)
    const left = confirmed ?? addedOne ?? removed ?? removedOne ?? required
    const isRequired = await factorRequired.read(ctx)
    const isPossible = relyingParty(ctx.env) !== null
    const asks = isFresh(session, ctx.now()) ? await beginPasskey(ctx, session.id) : null
    return (
      <div className="max-w-[46rem] space-y-7">
        <ErrorSummary faults={left?.faults ?? []} />
        {!left && <Done done={done} />}
        {codes && <Codes codes={codes} />}
        {isRequired && session.by === 'link' && member.role === 'admin' && !session.hasFactor && !codes && (
          <Notice look="held" heading="Administrators need a second factor here">
            <p>Set one up now: the other pages open once you have.</p>
          </Notice>
        )}
        <PasskeysPart
          passkeys={passkeys}
          isPossible={isPossible}
          asks={asks}
          left={addedOne}
          notRemoved={removedOne?.faults[0]?.message}
        />
        {appSince ? (
          <Part id="app" heading="Authenticator app">
            <p className="max-w-measure">
              Set up <When at={appSince} />. Each sign-in by e-mail asks for a code of it
              {passkeys.length > 0 && ', or for a passkey'}.
            </p>
            <form method="post" action={AT} className="mt-4 space-y-3">
              {removed && <FieldError id="remove" message={removed.faults[0]?.message ?? ''} />}
              <Button id="remove" look="second" name="do" value="remove">
                Remove the app
              </Button>
            </form>
          </Part>
        ) : app ? (
          <SetUp secret={app.secret} uri={app.uri} error={confirmed?.faults[0]?.message} />
        ) : (
          <Part id="app" heading="Authenticator app">
            <p className="max-w-measure">
              An app on your phone shows six digits that change every 30 seconds. With it, whoever reads your e-mail
              cannot sign in as you. Any such app does: those of Google and Microsoft, a password manager, Aegis.
            </p>
            <form method="post" action={AT} className="mt-4">
              <Button look="second" name="do" value="begin">
                Set it up
              </Button>
            </form>
          </Part>
        )}
        {(appSince || passkeys.length > 0) && (
          <Part id="codes" heading="Recovery codes">
            <p className="max-w-measure">
              {codesLeft} left. Each works once, in place of {appSince ? 'a code of the app' : 'a passkey'}. New ones
              end those before.
            </p>
            <form method="post" action={AT} className="mt-4">
              <Button look="second" name="do" value="renew">
                Make new recovery codes
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

function Done({ done }: { done: unknown }) {
  const heading = typeof done === 'string' ? ownOf(doneWords, done) : undefined
  return heading ? <Notice look="done" heading={heading} /> : null
}

const doneWords = {
  app: 'The authenticator app is set up',
  passkey: 'The passkey is added',
  remove: 'The authenticator app is removed',
  'remove-passkey': 'The passkey is removed',
}

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
        in once when nothing else is at hand.
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
