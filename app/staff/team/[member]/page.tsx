import { notFound } from 'next/navigation'
import type { TypedReach } from '@/app/_server/forms/read-works-on'
import { posted } from '@/app/_server/request'
import { roleChoices } from '@/app/staff/places'
import { staffPage } from '@/app/staff/staff-page'
import { CampaignsField } from '@/app/staff/team/campaigns-field'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldError } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'
import { type Factors, factorsOf } from '@/lib/staff/second-factor/factors'
import { type TeamMember, teamMember } from '@/lib/staff/team/team'
import { inviteAgain, remove, setCampaigns, setRole } from './form'

export const metadata = { title: 'A member of the team' }

type Faults = { field: string; message: string }[]

export default staffPage(
  { verb: 'team.see', at: '/staff/team', title: 'A member of the team' },
  async ({ ctx, member: own }, { done }, { member: id = '' }) => {
    const member = await teamMember(ctx, id)
    if (!member) notFound()
    const chosen = posted(setRole)
    const reach = posted(setCampaigns)
    const left = chosen ?? reach ?? posted(remove) ?? posted(inviteAgain)
    const faults = left?.faults ?? []
    const { email, name, signedInAt, seenAt } = member
    return (
      <div className="max-w-[46rem] space-y-7">
        <ErrorSummary faults={faults} />
        {!left && <Done done={done} />}
        <div className="space-y-1">
          <p className="text-h3 [overflow-wrap:anywhere]">{name || email}</p>
          {name && <p className="[overflow-wrap:anywhere]">{email}</p>}
          <p className="text-muted">
            {signedInAt ? (
              <>
                Last signed in <When at={signedInAt} />, {seenAt ? 'and last seen ' : 'and signed out since.'}
                {seenAt && <When at={seenAt} />}
              </>
            ) : (
              'Invited, and not signed in yet.'
            )}
          </p>
          <p>
            <a className="link" href={`/staff/audit?who=${id}`}>
              What they have done
            </a>
          </p>
        </div>
        {!signedInAt && <InviteAgain id={id} faults={faults} />}
        <Factor id={id} factors={await factorsOf(ctx, id)} isSelf={own.id === id} />
        <RoleForm member={member} chosen={chosen?.values.role} faults={faults} />
        <Campaigns ctx={ctx} member={member} typed={reach?.values} faults={faults} />
        <Remove member={member} isSelf={own.id === id} faults={faults} />
      </div>
    )
  },
)

function Done({ done }: { done: unknown }) {
  if (done === 'role') return <Notice look="done" heading="The role is changed, as of now" />
  if (done === 'campaigns') return <Notice look="done" heading="The campaigns are changed, as of now" />
  if (done === 'factor')
    return <Notice look="done" heading="The second factor is taken away; both of you are told by e-mail" />
  return done === 'invited' ? <Notice look="done" heading="The invitation is on its way again" /> : null
}

function InviteAgain({ id, faults }: { id: string; faults: Faults }) {
  return (
    <Part id="invitation" heading="Invitation">
      <form method="post" action={`/staff/team/${id}`} className="space-y-4">
        <Fault field="invite-again" faults={faults} />
        <p className="max-w-measure">
          A new link works for one day. The one that was sent before works until it runs out.
        </p>
        <Button id="invite-again" name="do" value="invite-again" look="second">
          Send the invitation again
        </Button>
      </form>
    </Part>
  )
}

function Factor({ id, factors, isSelf }: { id: string; factors: Factors; isSelf: boolean }) {
  const { appSince, passkeys, codesLeft } = factors
  const hasOne = appSince !== null || passkeys.length > 0
  return (
    <Part id="second-factor" heading="Second factor">
      <div className="space-y-4">
        <p className="max-w-measure">
          {appSince && (
            <>
              An authenticator app, since <When at={appSince} />.{' '}
            </>
          )}
          {passkeys.length > 0 && `${counted(passkeys.length, 'passkey', 'passkeys')}. `}
          {hasOne ? `${counted(codesLeft, 'recovery code is', 'recovery codes are')} left.` : 'None.'}
        </p>
        {hasOne && !isSelf && (
          <form method="post" action={`/staff/team/${id}`} className="space-y-4">
            <p className="max-w-measure">
              For who has lost all of it. They are signed out everywhere, and their next link by e-mail signs them in
              without it: be sure who asks you. Both of you are told by e-mail.
            </p>
            <Button name="do" value="reset-factor" look="second">
              Take the second factor away
            </Button>
          </form>
        )}
      </div>
    </Part>
  )
}

function RoleForm({ member, chosen, faults }: { member: TeamMember; chosen: string | undefined; faults: Faults }) {
  return (
    <Part id="role-part" heading="Role">
      <form id="role-form" method="post" action={`/staff/team/${member.id}`} className="space-y-5">
        <Choices
          kind="radio"
          name="role"
          legend={<span className="sr-only">Role</span>}
          choices={[...roleChoices]}
          chosen={[chosen || member.role]}
          error={faults.find(({ field }) => field === 'role')?.message}
        />
        <Button name="do" value="set-role">
          Change the role
        </Button>
      </form>
    </Part>
  )
}

type CampaignsProps = { ctx: Context; member: TeamMember; typed: TypedReach | undefined; faults: Faults }

function Campaigns({ ctx, member: { id, role, limitedTo }, typed, faults }: CampaignsProps) {
  return (
    <Part id="campaigns-part" heading="Campaigns">
      {role === 'admin' ? (
        <p>An administrator works on all campaigns.</p>
      ) : (
        <form id="campaigns-form" method="post" action={`/staff/team/${id}`} className="space-y-5">
          <CampaignsField
            ctx={ctx}
            legend="They work on"
            chosen={typed ?? { reach: limitedTo ? 'some' : 'all', campaigns: limitedTo?.join(' ') ?? '' }}
            error={faults.find(({ field }) => field === 'campaigns')?.message}
          />
          <Button name="do" value="set-campaigns">
            Change the campaigns
          </Button>
        </form>
      )}
    </Part>
  )
}

function Remove({ member, isSelf, faults }: { member: TeamMember; isSelf: boolean; faults: Faults }) {
  const who = isSelf ? 'You are' : 'They are'
  return (
    <Part id="leaving" heading={member.signedInAt ? 'Remove from the team' : 'Withdraw the invitation'}>
      <form id="remove-form" method="post" action={`/staff/team/${member.id}`} className="space-y-4">
        <Fault field="remove" faults={faults} />
        <p className="max-w-measure">
          {member.signedInAt
            ? `${who} signed out at once, on every device. What ${isSelf ? 'you' : 'they'} have done stays in the audit.`
            : 'The link that was sent stops working at once.'}
        </p>
        <Button id="remove" name="do" value="remove" look="second" className="max-w-full [overflow-wrap:anywhere]">
          {member.signedInAt ? 'Remove' : 'Withdraw'} {isSelf ? 'yourself' : member.email}
        </Button>
      </form>
    </Part>
  )
}

function Fault({ field, faults }: { field: string; faults: Faults }) {
  const message = faults.find((fault) => fault.field === field)?.message
  return message ? <FieldError id={field} message={message} /> : null
}
