import { posted } from '@/app/_server/request'
import { memberWords } from '@/app/staff/places'
import { staffPage } from '@/app/staff/staff-page'
import { OwnItem, OwnList } from '@/components/staff/own-list'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import { timeAndDate } from '@/lib/kernel/text'
import { type Factors, ownFactors } from '@/lib/staff/second-factor/factors'
import { type OwnSession, ownSessions } from '@/lib/staff/sign-in/own-sessions'
import { ADMIN_IDLE_MINUTES, SESSION_HOURS } from '@/lib/staff/sign-in/sessions'

import { rename } from './form'

export const metadata = { title: 'Your account' }

export default staffPage(
  { verb: 'account.see', at: '/staff/account', title: 'Your account' },
  async ({ ctx, member, session }, { done }) => {
    const sessions = await ownSessions(ctx)
    const left = posted(rename)
    return (
      <>
        {(done === 'ended' || done === 'others') && (
          <Notice
            look="done"
            heading={done === 'ended' ? 'That session is ended' : 'You are signed out everywhere but here'}
          />
        )}
        <ErrorSummary faults={left?.faults ?? []} />
        {done === 'name' && <Notice look="done" heading="Your name is saved" />}
        <p className="max-w-measure [overflow-wrap:anywhere]">
          You are {member.email}, {memberWords(member)}. A session ends {SESSION_HOURS} hours after you signed in
          {member.role === 'admin' && `, or after ${ADMIN_IDLE_MINUTES} minutes in which you do nothing`}.
        </p>
        <form method="post" action="/staff/account" noValidate className="max-w-measure space-y-4">
          <TextField
            name="name"
            label="Your name"
            hint="The team reads it in its list, in invitations and beside what is switched off. Without one it is your address."
            optional
            autoComplete="name"
            width="half"
            defaultValue={left?.values.name ?? member.name ?? ''}
            error={left?.faults[0]?.message}
          />
          <Button look="second" name="do" value="name">
            Save your name
          </Button>
        </form>
        <Part id="second-factor" heading="Second factor">
          <p className="max-w-measure">
            {session.hasFactor
              ? `Each sign-in by e-mail asks you for ${factorWords(await ownFactors(ctx))} as well.`
              : member.role === 'admin'
                ? 'You have none. As an administrator you can see and change everything: please set one up.'
                : 'You have none. With one, whoever reads your e-mail cannot sign in as you.'}
          </p>
          <p className="mt-3">
            <a className="link" href="/staff/account/second-factor">
              {session.hasFactor ? 'Change your second factor' : 'Set up a second factor'}
            </a>
          </p>
        </Part>
        <Part id="sessions" heading="Where you are signed in">
          <div className="space-y-5">
            <Sessions sessions={sessions} current={session.id} />
            {sessions.length > 1 && (
              <form method="post" action="/staff/account">
                <Button look="second" name="do" value="end-others">
                  Sign out everywhere but here
                </Button>
              </form>
            )}
          </div>
        </Part>
      </>
    )
  },
)

function factorWords({ appSince, passkeys }: Factors): string {
  if (passkeys.length === 0) return 'a code of your authenticator app'
  return appSince ? 'a passkey or a code of your authenticator app' : 'a passkey'
}

function Sessions({ sessions, current }: { sessions: OwnSession[]; current: string }) {
  return (
    <OwnList label="Your sessions">
      {sessions.map(({ id, browser, startedAt, seenAt, expires }) => (
        <OwnItem
          key={id}
          name={browser || 'A browser that does not say which'}
          act={id === current ? <p>this one</p> : <End id={id} browser={browser} startedAt={startedAt} />}
        >
          Signed in <When at={startedAt} />. Last seen <When at={seenAt} />. Ends <When at={expires} />.
        </OwnItem>
      ))}
    </OwnList>
  )
}

function End({ id, browser, startedAt }: Pick<OwnSession, 'id' | 'browser' | 'startedAt'>) {
  return (
    <form method="post" action="/staff/account">
      <input type="hidden" name="session" value={id} />
      <Button
        look="quiet"
        name="do"
        value="end"
        aria-label={`End the session of ${browser || 'an unnamed browser'}, begun ${timeAndDate(startedAt)}`}
      >
        End
      </Button>
    </form>
  )
}
